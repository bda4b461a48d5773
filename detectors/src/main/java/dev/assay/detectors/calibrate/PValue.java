package dev.assay.detectors.calibrate;

import java.util.List;

/**
 * Where a score stands among reference scores.
 *
 * @param value p = (1 + #{reference ≥ score}) / (n + 1), in (0, 1]
 * @param lower share of the references that score lower, in [0, 1]
 * @param references n
 * @param rung the rung that gave it, such as {@code news/128-255}, {@code news} or {@code all}; for a text of unknown domain
 *     {@code largest:} and the rung with the largest p
 * @param calibrations ids of the calibrations behind that rung
 */
public record PValue(double value, double lower, int references, String rung, List<String> calibrations) {}
