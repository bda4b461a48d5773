package dev.assay.detectors.evaluate;

import dev.assay.detectors.corpus.DocumentIdentity;
import dev.assay.detectors.decide.Decision;

/**
 * What was decided about a text that a person is known to have written.
 *
 * @param document the document it is of
 * @param group whom its writer belongs to
 * @param decision on the question whether a machine wrote it
 */
public record JudgedText(DocumentIdentity document, String group, Decision decision) {}
