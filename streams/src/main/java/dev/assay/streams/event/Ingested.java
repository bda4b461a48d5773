package dev.assay.streams.event;

import dev.assay.schemas.TextEvent;

/**
 * An event that could be read.
 *
 * @param raw as read
 * @param event its content, with the defaults of missing fields filled in
 */
public record Ingested(RawEvent raw, TextEvent event) implements Passage {}
