package dev.assay.detectors.train;

import dev.assay.detectors.detect.AssayOne;
import dev.assay.detectors.detect.CleanSurprisal;
import dev.assay.detectors.detect.Lexical;
import dev.assay.detectors.detect.Probe;
import dev.assay.detectors.learn.Standard;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * A row with scores of members that were not fitted to it.
 *
 * @param row the text
 * @param probe length along the direction
 * @param lexical log-odds, where enough is known
 */
public record Scored(TrainingRow row, double probe, OptionalDouble lexical) {
    static Scored by(Members members, TrainingRow row) {
        return new Scored(row, members.probe(row), members.lexical(row));
    }

    /** How people's texts that are as they were written score. */
    static Map<String, Standard> standards(List<Scored> scored) {
        List<Scored> people = scored.stream()
                .filter(s -> s.row.isClean() && !s.row.isMachine())
                .toList();
        Map<String, Standard> standards = new TreeMap<>();
        standards.put(
                Probe.NAME,
                Standard.of(people.stream().mapToDouble(Scored::probe).toArray()));
        standards.put(
                CleanSurprisal.NAME,
                Standard.of(people.stream().mapToDouble(s -> s.row.surprisal()).toArray()));
        double[] lexical = people.stream()
                .filter(s -> s.lexical.isPresent())
                .mapToDouble(s -> s.lexical.getAsDouble())
                .toArray();
        if (2 * lexical.length > people.size()) { // known vocabulary is the rule
            standards.put(Lexical.NAME, Standard.of(lexical));
        }
        return standards;
    }

    /** The score of {@code assay-1}. */
    double joined(Map<String, Standard> standards) {
        return AssayOne.join(standards, standards.get(Probe.NAME).of(probe), row.surprisal(), lexical);
    }
}
