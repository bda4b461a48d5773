package dev.assay.detectors.detect;

import java.util.OptionalDouble;

/**
 * One detector's value for one text.
 *
 * @param question which question it answers; higher means machine or familiar accordingly
 * @param value the score, or empty where the method is undefined for the text
 */
public record Score(Question question, OptionalDouble value) {}
