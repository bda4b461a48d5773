package dev.assay.detectors.evaluate;

import java.util.List;

/**
 * One detector on a labelled set.
 *
 * @param detector its name
 * @param humans human texts with a score
 * @param machines machine texts with a score
 * @param undefined texts without a score, left out of everything below
 * @param auroc probability that a machine text scores higher than a human text, ties counted half
 * @param tprAt5 share of machine texts above the score that at most 5 % of these human texts reach
 * @param tprAt1 the same at 1 %
 * @param tprAtHalf the same at 0.5 %
 * @param calibrated rates at the calibration in force; of nothing where no text has a p-value
 * @param rates the same at 5, 1 and 0.5 %; empty where no text has a p-value
 * @param transfers each domain's thresholds in the others; empty of fewer than two domains
 * @param groups the same by group, in the order of the settings' dimensions and sorted within each
 */
public record DetectorReport(
        String detector,
        int humans,
        int machines,
        int undefined,
        Estimate auroc,
        Estimate tprAt5,
        Estimate tprAt1,
        Estimate tprAtHalf,
        CalibratedRates calibrated,
        List<CalibratedRates> rates,
        List<ThresholdTransfer> transfers,
        List<GroupReport> groups) {}
