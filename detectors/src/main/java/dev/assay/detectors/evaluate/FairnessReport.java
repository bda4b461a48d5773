package dev.assay.detectors.evaluate;

import java.util.List;

/**
 * Who is accused how often.
 *
 * @param targetFpr the stated rate of false alarms, in (0, 1)
 * @param by what the groups are of
 * @param all over all groups
 * @param groups one a group, by name
 */
public record FairnessReport(double targetFpr, Dimension by, GroupAlarms all, List<GroupAlarms> groups) {
    /** The groups in which there are more alarms than chance gives at the stated rate. */
    public List<GroupAlarms> above() {
        return groups.stream().filter(GroupAlarms::above).toList();
    }

    /** Whether anything was decided at all. */
    public boolean isDecided() {
        return all.alarms().of() > 0;
    }
}
