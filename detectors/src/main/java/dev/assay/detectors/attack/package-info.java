/** Ways to change a text so that a detector may miss it: seeded, so that a change can be made again. */
package dev.assay.detectors.attack;
