/** Step 4 of 8, score: Windows → TokenScores. */
package dev.assay.detectors.score;
