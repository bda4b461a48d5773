package dev.assay.detectors.decide;

import java.util.Set;

/**
 * What may be decided, by which detectors and at which rate.
 *
 * @param decidingDetector answers the machine question
 * @param membershipDetector answers the membership question
 * @param targetFpr rate α of false positives, in (0, 1)
 * @param minTokens fewest scored tokens to decide on
 * @param maxTokens most tokens to score
 * @param maxAlteredShare largest share of altered code points to decide on, in [0, 1]
 * @param languages ISO 639-1 codes to decide on
 */
public record DecisionRules(
        String decidingDetector,
        String membershipDetector,
        double targetFpr,
        int minTokens,
        int maxTokens,
        double maxAlteredShare,
        Set<String> languages) {}
