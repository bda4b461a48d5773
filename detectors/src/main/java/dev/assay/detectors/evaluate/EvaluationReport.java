package dev.assay.detectors.evaluate;

import java.util.List;

/**
 * What {@code assay evaluate} measured.
 *
 * @param texts labelled texts, scored or not
 * @param documents different documents among them
 * @param settings how it was measured
 * @param whiteSpace how far white space alone separates the classes, before it was collapsed
 * @param detectors one report a detector
 * @param attacks one report an attack and detector, in this order; empty where nothing was attacked
 */
public record EvaluationReport(
        int texts,
        int documents,
        EvaluationSettings settings,
        WhiteSpaceSeparation whiteSpace,
        List<DetectorReport> detectors,
        List<AttackReport> attacks) {}
