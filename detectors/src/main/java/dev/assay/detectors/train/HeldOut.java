package dev.assay.detectors.train;

import dev.assay.detectors.attack.AttackGroup;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What fits say of texts of whole kinds that were left out of them. */
final class HeldOut {
    private static final int FEWEST = 40; // texts of a label, for a figure that says something
    private static final int FEWEST_OF_SOURCE = 50;

    private final List<TrainingRow> rows;
    private final Function<Predicate<Example>, Members> fitting;
    private final Consumer<String> progress;

    HeldOut(List<TrainingRow> rows, Function<Predicate<Example>, Members> fitting, Consumer<String> progress) {
        this.rows = rows;
        this.fitting = fitting;
        this.progress = progress;
    }

    /**
     * Texts of one domain whose domain, generator and attack group the fit has not seen.
     *
     * @param group null for clean texts
     * @param texts clean texts of people, and the generator's, all of the domain
     */
    record Cell(String domain, String generator, AttackGroup group, List<Scored> texts) {}

    /** People's texts of a source that the fit has not seen. */
    record Source(String name, List<Scored> texts) {}

    List<Cell> cells() {
        List<Cell> cells = new ArrayList<>();
        for (String domain : distinct(row -> row.origin().domain())) {
            if (clean(domain, null).count() < FEWEST) {
                continue;
            }
            for (String generator :
                    distinct(row -> row.isMachine() ? row.origin().generator() : null)) {
                if (clean(domain, generator).count() >= FEWEST && leavesMachines(domain, generator)) {
                    cells.add(cell(domain, generator, null));
                    for (AttackGroup group : AttackGroup.values()) {
                        cells.add(cell(domain, generator, group));
                    }
                }
            }
        }
        return cells;
    }

    /** Whether a fit has machine texts to learn from without these. */
    private boolean leavesMachines(String domain, String generator) {
        return rows.stream()
                .anyMatch(row -> row.isMachine()
                        && !domain.equals(row.origin().domain())
                        && !generator.equals(row.origin().generator()));
    }

    private Cell cell(String domain, String generator, AttackGroup group) {
        progress.accept("without " + domain + ", " + generator + ", " + name(group));
        Members members = fitting.apply(row -> !domain.equals(row.origin().domain())
                && !(row.isMachine() && generator.equals(row.origin().generator()))
                && (group == null || row.group() != group));
        List<Scored> texts = Stream.concat(
                        clean(domain, null),
                        rows.stream().filter(row -> row.group() == group && isOf(row, domain, generator)))
                .map(row -> Scored.by(members, row))
                .toList();
        return new Cell(domain, generator, group, texts);
    }

    List<Source> sources() {
        Map<String, List<TrainingRow>> people = new TreeMap<>();
        rows.stream()
                .filter(row -> row.isClean() && !row.isMachine() && row.origin().source() != null)
                .forEach(row -> people.computeIfAbsent(row.origin().source(), unused -> new ArrayList<>())
                        .add(row));
        List<Source> sources = new ArrayList<>();
        people.forEach((source, texts) -> {
            if (texts.size() >= FEWEST_OF_SOURCE) {
                progress.accept("without people of " + source);
                Members members = fitting.apply(
                        row -> row.isMachine() || !source.equals(row.origin().source()));
                sources.add(new Source(
                        source,
                        texts.stream().map(row -> Scored.by(members, row)).toList()));
            }
        });
        return sources;
    }

    static String name(AttackGroup group) {
        return group == null ? "clean" : group.name().toLowerCase(java.util.Locale.ROOT);
    }

    /** Clean texts of the domain: of the generator, or of people where it is null. */
    private Stream<TrainingRow> clean(String domain, String generator) {
        return rows.stream().filter(row -> row.isClean() && isOf(row, domain, generator));
    }

    private static boolean isOf(TrainingRow row, String domain, String generator) {
        return domain.equals(row.origin().domain())
                && (generator == null
                        ? !row.isMachine()
                        : row.isMachine() && generator.equals(row.origin().generator()));
    }

    private Collection<String> distinct(Function<TrainingRow, String> field) {
        TreeSet<String> values = new TreeSet<>();
        rows.stream().map(field).filter(java.util.Objects::nonNull).forEach(values::add);
        return values;
    }
}
