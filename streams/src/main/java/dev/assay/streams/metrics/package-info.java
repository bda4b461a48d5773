/** Verdicts counted by the minute: Verdict → Metrics, beside the eight steps. */
package dev.assay.streams.metrics;
