package dev.assay.detectors.evaluate;

import java.util.List;

/**
 * One detector on the texts of one group.
 *
 * @param dimension what the group is of
 * @param group value of the dimension, such as {@code news}
 * @param humans human texts with a score
 * @param machines machine texts with a score
 * @param auroc area under the curve within the group; NaN where a class is missing
 * @param tprAt5 share of its machine texts above the score that at most 5 % of its human texts reach
 * @param tprAt1 the same at 1 %
 * @param tprAtHalf the same at 0.5 %
 * @param calibrated rates at the calibration, at the target
 * @param rates the same at 5, 1 and 0.5 %; empty where no text has a p-value
 */
public record GroupReport(
        Dimension dimension,
        String group,
        int humans,
        int machines,
        Estimate auroc,
        Estimate tprAt5,
        Estimate tprAt1,
        Estimate tprAtHalf,
        CalibratedRates calibrated,
        List<CalibratedRates> rates) {}
