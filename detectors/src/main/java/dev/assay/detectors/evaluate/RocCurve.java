package dev.assay.detectors.evaluate;

import java.util.ArrayList;
import java.util.List;

/**
 * A receiver operating characteristic to draw.
 *
 * @param humans human texts with a score
 * @param machines machine texts with a score
 * @param points corners from (0, 0) to (1, 1) as the threshold falls; empty where a class is missing
 */
public record RocCurve(int humans, int machines, List<Point> points) {

    /**
     * One threshold.
     *
     * @param humansAbove share of human texts at or above it, in [0, 1]
     * @param machinesAbove share of machine texts at or above it, in [0, 1]
     */
    public record Point(double humansAbove, double machinesAbove) {}

    /** Of the texts that have a score, each counted once. */
    public static RocCurve of(List<ScoredLabel> texts) {
        RankedScores scores = RankedScores.of(texts);
        Corners corners = new Corners();
        scores.walk(scores.evenWeights(), corners::advance);
        return new RocCurve(corners.humans, corners.machines, corners.points());
    }

    /** Steps of one class behind each other are one line. */
    private static final class Corners {
        private final List<int[]> counts = new ArrayList<>(List.of(new int[2])); // {humans, machines} above
        private int humans;
        private int machines;

        void advance(int humansHere, int machinesHere) {
            humans += humansHere;
            machines += machinesHere;
            int last = counts.size() - 1;
            if (last > 0 && isStraight(counts.get(last - 1), counts.get(last))) {
                counts.remove(last);
            }
            counts.add(new int[] {humans, machines});
        }

        private boolean isStraight(int[] before, int[] between) {
            boolean level = before[1] == machines;
            boolean upright = before[0] == humans;
            return (level && between[1] == machines) || (upright && between[0] == humans);
        }

        List<Point> points() {
            if (humans == 0 || machines == 0) {
                return List.of();
            }
            return counts.stream()
                    .map(count -> new Point((double) count[0] / humans, (double) count[1] / machines))
                    .toList();
        }
    }
}
