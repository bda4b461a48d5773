package dev.assay.detectors.evaluate;

/**
 * False alarms in one group of writers.
 *
 * @param group its name
 * @param abstained documents on which nothing was decided
 * @param alarms documents flagged, of those decided
 * @param p probability of so many alarms or more where the stated rate is the true one (exact binomial), times the number of groups
 *     not yet named (Holm), in [0, 1]; 1 where nothing was decided
 * @param above whether p is below 5 %
 */
public record GroupAlarms(String group, int abstained, Rate alarms, double p, boolean above) {}
