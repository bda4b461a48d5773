/** What kind of text it is: its language, and whether it is running text at all. Reads normalized text. */
package dev.assay.detectors.language;
