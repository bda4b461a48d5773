package dev.assay.streams.event;

/** What one node hands to the next. */
public sealed interface Passage permits Ingested, Judged {}
