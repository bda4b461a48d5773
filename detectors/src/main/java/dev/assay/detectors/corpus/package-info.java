/** Reference corpora: token frequencies that membership detectors compare a text with. */
package dev.assay.detectors.corpus;
