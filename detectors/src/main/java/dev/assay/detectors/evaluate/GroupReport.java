package dev.assay.detectors.evaluate;

/**
 * One detector on the texts of one group.
 *
 * @param dimension {@code domain}, {@code length} or {@code language}
 * @param group value of the dimension, such as {@code news}
 * @param humans human texts with a score
 * @param machines machine texts with a score
 * @param auroc area under the curve within the group; NaN where a class is missing
 * @param calibrated rates at the calibration
 */
public record GroupReport(
        String dimension, String group, int humans, int machines, double auroc, CalibratedRates calibrated) {}
