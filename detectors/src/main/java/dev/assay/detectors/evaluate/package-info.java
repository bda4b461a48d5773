/** How well detectors separate labelled texts, measured with intervals. */
package dev.assay.detectors.evaluate;
