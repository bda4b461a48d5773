/** Step 7 of 8, decide: p-values → Decision. */
package dev.assay.detectors.decide;
