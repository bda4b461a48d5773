/** Step 6 of 8, calibrate: Score → p-value. */
package dev.assay.detectors.calibrate;
