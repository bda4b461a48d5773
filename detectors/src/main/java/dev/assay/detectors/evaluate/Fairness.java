package dev.assay.detectors.evaluate;

import dev.assay.detectors.corpus.DocumentIdentity;
import dev.assay.detectors.decide.Decision;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.commons.math3.special.Beta;

/** Counts false alarms among human texts by the group of their writers. */
public final class Fairness {
    private static final double SIGNIFICANT = 0.05;

    private Fairness() {}

    /** The report; of several texts of one document in one group the first counts, since they are flagged or passed together. */
    public static FairnessReport of(Dimension by, List<JudgedText> texts, double targetFpr) {
        Map<String, List<JudgedText>> groups = new TreeMap<>();
        Map<String, Set<DocumentIdentity>> seen = new HashMap<>();
        List<JudgedText> counted = new ArrayList<>();
        for (JudgedText text : texts) {
            if (seen.computeIfAbsent(text.group(), key -> new HashSet<>()).add(text.document())) {
                groups.computeIfAbsent(text.group(), key -> new ArrayList<>()).add(text);
                counted.add(text);
            }
        }
        List<GroupAlarms> single = new ArrayList<>();
        groups.forEach((group, members) -> single.add(alarms(group, members, targetFpr)));
        return new FairnessReport(targetFpr, by, alarms("all", counted, targetFpr), corrected(single));
    }

    private static GroupAlarms alarms(String group, List<JudgedText> texts, double targetFpr) {
        int decided = count(texts, Decision.FLAGGED) + count(texts, Decision.CLEARED);
        Rate alarms = Rate.of(count(texts, Decision.FLAGGED), decided);
        // the upper tail of the binomial distribution; 1 less the lower one would round small values to 0
        double p = alarms.hits() == 0 ? 1 : Beta.regularizedBeta(targetFpr, alarms.hits(), decided - alarms.hits() + 1);
        return new GroupAlarms(group, texts.size() - decided, alarms, p, p < SIGNIFICANT);
    }

    private static int count(List<JudgedText> texts, Decision decision) {
        return (int) texts.stream().filter(text -> text.decision() == decision).count();
    }

    /** Holm's correction for the number of groups that were looked at. */
    private static List<GroupAlarms> corrected(List<GroupAlarms> groups) {
        List<GroupAlarms> rising = new ArrayList<>(groups);
        rising.sort(Comparator.comparingDouble(GroupAlarms::p).thenComparing(GroupAlarms::group));
        List<GroupAlarms> corrected = new ArrayList<>();
        double least = 0;
        for (int i = 0; i < rising.size(); i++) {
            GroupAlarms group = rising.get(i);
            least = Math.max(least, Math.min(1, group.p() * (rising.size() - i)));
            corrected.add(
                    new GroupAlarms(group.group(), group.abstained(), group.alarms(), least, least < SIGNIFICANT));
        }
        corrected.sort(Comparator.comparing(GroupAlarms::group));
        return corrected;
    }
}
