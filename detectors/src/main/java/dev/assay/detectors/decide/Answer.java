package dev.assay.detectors.decide;

/**
 * The answer to one question about a text. Whatever is unknown is null.
 *
 * @param decision what was decided
 * @param tier for membership: what the decision rests on; null for the machine question
 * @param reason why it abstains; NONE where it does not
 * @param pValue conformal p-value in (0, 1]; null without a calibration
 * @param percentile for membership: share of reference texts that score lower, in [0, 100]; else null
 * @param targetFpr rate of false positives at which was decided, in (0, 1)
 * @param band how far p lies under the rate; null when abstained
 * @param detector the detector that decides
 * @param calibration ids of the calibrations behind the p-value, comma-separated; null without
 * @param rung rung of the ladder, such as {@code news/128-255}; null without a p-value
 */
public record Answer(
        Decision decision,
        Tier tier,
        Reason reason,
        Double pValue,
        Double percentile,
        Double targetFpr,
        Band band,
        String detector,
        String calibration,
        String rung) {}
