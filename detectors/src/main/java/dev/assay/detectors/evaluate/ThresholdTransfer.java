package dev.assay.detectors.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What becomes of one domain's threshold in the other domains: whether a score means the same everywhere.
 *
 * @param rate the rate of false alarms that the threshold has at home
 * @param from the domain whose human texts gave it
 * @param humans human texts of it with a score
 * @param threshold the score above which p ≤ rate by these human texts alone
 * @param reached other domain → its human texts above the threshold, of those with a score
 */
public record ThresholdTransfer(
        double rate, String from, int humans, double threshold, SortedMap<String, Rate> reached) {
    private static final int[] PER_CENT = {5, 1};

    /**
     * At 5 and at 1 %, from each domain with human texts enough (19 and 99) to all others; of fewer than two domains there is none.
     */
    static List<ThresholdTransfer> of(List<ScoredLabel> texts) {
        SortedMap<String, double[]> scores = humanScores(texts);
        List<ThresholdTransfer> transfers = new ArrayList<>();
        for (int perCent : PER_CENT) {
            scores.forEach((from, home) -> {
                // whole numbers: 0.05 · 20 is not quite 1
                int place = (home.length + 1) * perCent / 100;
                if (place > 0 && scores.size() > 1) {
                    transfers.add(of(perCent / 100.0, from, home[home.length - place], scores));
                }
            });
        }
        return transfers;
    }

    private static ThresholdTransfer of(
            double rate, String from, double threshold, SortedMap<String, double[]> scores) {
        SortedMap<String, Rate> reached = new TreeMap<>();
        scores.forEach((domain, others) -> {
            if (!domain.equals(from)) {
                int above = 0;
                for (double score : others) {
                    above += score > threshold ? 1 : 0;
                }
                reached.put(domain, Rate.of(above, others.length));
            }
        });
        return new ThresholdTransfer(rate, from, scores.get(from).length, threshold, reached);
    }

    /** Domain → the scores of its human texts, rising. */
    private static SortedMap<String, double[]> humanScores(List<ScoredLabel> texts) {
        List<ScoredLabel> humans = texts.stream()
                .filter(text -> !text.isMachine() && text.groups().containsKey(Dimension.DOMAIN))
                .toList();
        SortedMap<String, double[]> scores = new TreeMap<>();
        Groups.by(Dimension.DOMAIN, humans)
                .forEach((domain, members) -> scores.put(
                        domain,
                        members.stream()
                                .mapToDouble(text -> text.score().getAsDouble())
                                .sorted()
                                .toArray()));
        return scores;
    }
}
