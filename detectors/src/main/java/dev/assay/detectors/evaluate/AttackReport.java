package dev.assay.detectors.evaluate;

/**
 * One detector on attacked machine texts against human texts as they are.
 *
 * @param attack its name
 * @param group what it changes
 * @param seed of what is random in it
 * @param strength share that it changes, in [0, 1]
 * @param unchanged machine texts in which it found nothing to change; they are counted, too
 * @param report what the detector does
 * @param aurocDrop AUROC without the attack less that with it
 * @param tprAt5Drop the same of the share found at 5 % false positives
 * @param tprAt1Drop the same at 1 %
 */
public record AttackReport(
        String attack,
        String group,
        long seed,
        double strength,
        int unchanged,
        DetectorReport report,
        double aurocDrop,
        double tprAt5Drop,
        double tprAt1Drop) {}
