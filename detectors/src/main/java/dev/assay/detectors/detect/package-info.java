/** Step 5 of 8, detect: TokenScores → Score. */
package dev.assay.detectors.detect;
