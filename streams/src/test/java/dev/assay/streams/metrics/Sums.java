package dev.assay.streams.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.schemas.Answer;
import dev.assay.schemas.Dimension;
import dev.assay.schemas.Metrics;
import dev.assay.schemas.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/** The sums that must hold between the topic of metrics and the topic of verdicts (docs/metrics.md), whatever happened in between. */
final class Sums {
    private static final Set<Dimension> DIMENSIONS = EnumSet.complementOf(EnumSet.of(Dimension.ALL, Dimension.UNKNOWN));
    private static final Map<String, ToLongFunction<Metrics>> ADDING_UP = Map.of(
            "verdicts", Metrics::getVerdicts,
            "bytes", Metrics::getBytes,
            "tokens", Metrics::getTokens,
            "scored tokens", Metrics::getScoredTokens,
            "latencies", metrics -> metrics.getLatency().getCount(),
            "milliseconds", metrics -> (long) metrics.getLatency().getSum(),
            "p-values", metrics -> metrics.getPValues().getCount(),
            "flagged", metrics -> metrics.getDecisions().getOrDefault("FLAGGED", 0L),
            "too short", metrics -> metrics.getReasons().getOrDefault("TOO_SHORT", 0L));

    private Sums() {}

    static void check(List<Metrics> metrics, List<Verdict> verdicts) {
        assertThat(metrics).isNotEmpty();
        Set<Instant> windows = metrics.stream().map(Metrics::getWindowStart).collect(Collectors.toSet());
        assertThat(verdicts).allSatisfy(verdict -> assertThat(windows).contains(minute(verdict)));
        for (Instant window : windows) {
            for (String question : List.of("MACHINE", "MEMBERSHIP")) {
                checkWindow(
                        of(
                                metrics,
                                each -> each.getWindowStart().equals(window)
                                        && each.getQuestion().equals(question)),
                        verdicts.stream()
                                .filter(verdict -> minute(verdict).equals(window)
                                        && verdict.getQuestions().containsKey(question))
                                .toList(),
                        question);
            }
        }
    }

    private static void checkWindow(List<Metrics> metrics, List<Verdict> verdicts, String question) {
        List<Metrics> all = of(metrics, each -> each.getDimension() == Dimension.ALL);
        assertThat(all)
                .allSatisfy(each -> assertThat(each.getWindowEnd())
                        .isEqualTo(each.getWindowStart().plus(Duration.ofMinutes(1))));
        assertThat(sum(all, Metrics::getVerdicts)).isEqualTo(verdicts.size());
        assertThat(sum(all, Metrics::getTokens))
                .isEqualTo(sum(verdicts, v -> v.getText().getTokens()));
        assertThat(sum(all, Metrics::getScoredTokens))
                .isEqualTo(sum(verdicts, v -> v.getText().getScoredTokens()));
        assertThat(sum(all, Metrics::getBytes))
                .isEqualTo(sum(verdicts, v -> v.getText().getBytes()));
        assertThat(sum(all, m -> (long) m.getLatency().getSum()))
                .isEqualTo(sum(
                        verdicts,
                        v -> v.getDecidedAt().toEpochMilli() - v.getCreatedAt().toEpochMilli()));
        for (Dimension dimension : DIMENSIONS) {
            List<Metrics> cells = of(metrics, each -> each.getDimension() == dimension);
            ADDING_UP.forEach((name, number) ->
                    assertThat(sum(cells, number)).as(dimension + " " + name).isEqualTo(sum(all, number)));
        }
        checkDecisions(metrics, all, verdicts, question);
    }

    private static void checkDecisions(
            List<Metrics> metrics, List<Metrics> all, List<Verdict> verdicts, String question) {
        Map<String, Long> decided = verdicts.stream()
                .map(verdict -> verdict.getQuestions().get(question))
                .map(Answer::getDecision)
                .collect(Collectors.groupingBy(Enum::name, TreeMap::new, Collectors.counting()));
        assertThat(merged(all, Metrics::getDecisions)).isEqualTo(decided);
        assertThat(byValue(metrics, Dimension.DECISION)).isEqualTo(decided);
        assertThat(byValue(metrics, Dimension.REASON)).isEqualTo(merged(all, Metrics::getReasons));
        for (Metrics each : metrics) {
            assertThat(total(each.getDecisions())).isEqualTo(each.getVerdicts());
            assertThat(total(each.getReasons())).isEqualTo(each.getVerdicts());
            assertThat(each.getDecisions().getOrDefault("ABSTAINED", 0L))
                    .isEqualTo(each.getVerdicts() - each.getReasons().getOrDefault("NONE", 0L));
        }
    }

    private static Map<String, Long> byValue(List<Metrics> metrics, Dimension dimension) {
        return of(metrics, each -> each.getDimension() == dimension).stream()
                .collect(Collectors.toMap(Metrics::getValue, Metrics::getVerdicts, Long::sum, TreeMap::new));
    }

    private static Map<String, Long> merged(List<Metrics> metrics, Function<Metrics, Map<String, Long>> counts) {
        return metrics.stream()
                .flatMap(each -> counts.apply(each).entrySet().stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, Long::sum, TreeMap::new));
    }

    static List<Metrics> of(List<Metrics> metrics, Predicate<Metrics> which) {
        return metrics.stream().filter(which).toList();
    }

    private static Instant minute(Verdict verdict) {
        long decided = verdict.getDecidedAt().toEpochMilli();
        return Instant.ofEpochMilli(decided - decided % 60_000);
    }

    private static long total(Map<String, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    private static <T> long sum(List<T> items, ToLongFunction<T> number) {
        return items.stream().mapToLong(number).sum();
    }
}
