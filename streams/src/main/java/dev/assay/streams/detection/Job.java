package dev.assay.streams.detection;

import dev.assay.detectors.TextInput;
import dev.assay.streams.event.SourcePosition;

/**
 * A text that a task wants scored.
 *
 * @param position where its event stands
 * @param generation life of the task that wants it
 * @param alone whether no other text may be at work meanwhile
 */
record Job(TextInput text, SourcePosition position, Generation generation, boolean alone) {}
