/** Pictures of what was measured. */
package dev.assay.streams.plots;
