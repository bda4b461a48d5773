/** Step 1 of 8, ingest: record bytes → TextEvent. */
package dev.assay.streams.ingest;
