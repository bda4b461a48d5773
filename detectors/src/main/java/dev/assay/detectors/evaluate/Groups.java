package dev.assay.detectors.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Scored texts in groups, sorted by name. */
final class Groups {
    private Groups() {}

    /**
     * The groups of one dimension. A human text has no generator: it belongs to each generator that wrote in its domain, and to all
     * where one of the two does not say its domain.
     */
    static SortedMap<String, List<ScoredLabel>> by(Dimension dimension, List<ScoredLabel> texts) {
        List<ScoredLabel> scored =
                texts.stream().filter(text -> text.score().isPresent()).toList();
        if (dimension != Dimension.GENERATOR) {
            return grouped(dimension, scored);
        }
        SortedMap<String, List<ScoredLabel>> generators = grouped(
                dimension, scored.stream().filter(ScoredLabel::isMachine).toList());
        generators.values().forEach(machines -> machines.addAll(humansOfTheirDomains(machines, scored)));
        return generators;
    }

    private static SortedMap<String, List<ScoredLabel>> grouped(Dimension dimension, List<ScoredLabel> texts) {
        Function<ScoredLabel, String> group = text -> text.group(dimension);
        return texts.stream()
                .collect(Collectors.groupingBy(group, TreeMap::new, Collectors.toCollection(ArrayList::new)));
    }

    private static List<ScoredLabel> humansOfTheirDomains(List<ScoredLabel> machines, List<ScoredLabel> texts) {
        Set<String> domains =
                machines.stream().map(text -> text.group(Dimension.DOMAIN)).collect(Collectors.toSet());
        return texts.stream()
                .filter(text -> !text.isMachine() && isOfOne(domains, text.groups()))
                .toList();
    }

    private static boolean isOfOne(Set<String> domains, Map<Dimension, String> groups) {
        String domain = groups.get(Dimension.DOMAIN);
        return domain == null || domains.contains(domain) || domains.contains(Dimension.UNKNOWN);
    }
}
