package dev.assay.streams.event;

import dev.assay.schemas.TextEvent;

/**
 * An event whose outcome is known.
 *
 * @param raw as read
 * @param event its content; null where it could not be read
 * @param outcome what became of it
 */
public record Judged(RawEvent raw, TextEvent event, Outcome outcome) implements Passage {}
