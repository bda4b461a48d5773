package dev.assay.streams.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.schemas.Dimension;
import dev.assay.schemas.Metrics;
import dev.assay.schemas.Verdict;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MetricsTopologyTest {
    private final Random random = new Random(5);

    @TempDir
    Path state;

    @Test
    void thePathIsTheGoldenOne() throws Exception {
        try (var golden = getClass().getResourceAsStream("/golden/metrics-topology.txt")) {
            assertThat(MetricsRig.topology(new SimpleMeterRegistry()).describe().toString())
                    .isEqualTo(new String(golden.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void theSumsHold() {
        try (MetricsRig rig = new MetricsRig(state)) {
            List<Verdict> sent = new ArrayList<>();
            for (int i = 0; i < 600; i++) {
                sent.add(Verdicts.at(i * 300L, random)); // three minutes
                rig.send(sent.get(i));
            }
            rig.pass(Duration.ofSeconds(80));
            List<Metrics> written = rig.written();
            Sums.check(written, sent);
            assertThat(written).extracting(Metrics::getWindowStart).isSorted();
            assertThat(Sums.of(written, each -> each.getDimension() == Dimension.ALL))
                    .hasSize(6)
                    .allSatisfy(each -> assertThat(each.getVerdicts()).isEqualTo(200));
            assertThat(rig.count("verdicts")).isEqualTo(600);
            assertThat(rig.count("late")).isZero();
            assertThat(rig.count("records")).isEqualTo(written.size());
        }
    }

    @Test
    void aWindowIsWrittenOnceAndOnlyAfterItsGrace() {
        try (MetricsRig rig = new MetricsRig(state)) {
            rig.send(Verdicts.at(59_000, random));
            rig.send(Verdicts.at(69_000, random));
            rig.pass(Duration.ZERO);
            rig.send(Verdicts.at(59_500, random)); // 9.5 seconds behind: in time
            assertThat(rig.records()).isEmpty();
            rig.send(Verdicts.at(70_000, random));
            rig.pass(Duration.ofSeconds(1));
            List<Metrics> all = Sums.of(rig.written(), each -> each.getDimension() == Dimension.ALL);
            assertThat(all).hasSize(2).allSatisfy(each -> {
                assertThat(each.getWindowStart()).isEqualTo(Verdicts.BEGIN);
                assertThat(each.getVerdicts()).isEqualTo(2);
            });
        }
    }

    @Test
    void theLastWindowBeforeASilenceIsWritten() {
        try (MetricsRig rig = new MetricsRig(state)) {
            Verdict only = Verdicts.at(1000, random);
            rig.send(only);
            rig.pass(Duration.ofSeconds(68));
            assertThat(rig.records()).isEmpty();
            rig.pass(Duration.ofSeconds(2));
            Sums.check(rig.written(), List.of(only));
            rig.pass(Duration.ofMinutes(10));
            assertThat(rig.records()).isEmpty();
        }
    }

    @Test
    void aLateVerdictIsAddedUnderTheSameKey() {
        try (MetricsRig rig = new MetricsRig(state)) {
            List<Verdict> sent = List.of(
                    Verdicts.withDomain(1000, "news", random),
                    Verdicts.withDomain(200_000, "news", random),
                    Verdicts.withDomain(2000, "news", random));
            List<TestRecord<byte[], byte[]>> records = new ArrayList<>();
            for (Verdict verdict : sent) {
                rig.send(verdict);
                rig.pass(Duration.ofSeconds(1));
                records.addAll(rig.records());
            }
            rig.pass(Duration.ofSeconds(80));
            records.addAll(rig.records());
            Sums.check(records.stream().map(MetricsRig::read).toList(), sent);
            assertThat(records)
                    .filteredOn(record -> new String(record.key(), StandardCharsets.UTF_8)
                            .equals("2020-06-01T10:00:00Z/MACHINE/DOMAIN/news"))
                    .hasSize(2)
                    .allSatisfy(record -> assertThat(record.timestamp()).isEqualTo(Verdicts.BEGIN.toEpochMilli()));
            assertThat(rig.count("late")).isEqualTo(1);
        }
    }

    @Test
    void aVerdictFromTheFutureClosesNothingAndCountsNow() {
        try (MetricsRig rig = new MetricsRig(state)) {
            rig.send(Verdicts.at(1000, random));
            rig.verdicts.pipeInput(
                    new byte[] {1},
                    Verdicts.bytes(Verdicts.at(Duration.ofDays(400).toMillis(), random)));
            rig.pass(Duration.ofSeconds(5));
            assertThat(rig.records()).isEmpty();
            rig.send(Verdicts.at(30_000, random));
            rig.pass(Duration.ofSeconds(80));
            assertThat(Sums.of(rig.written(), each -> each.getDimension() == Dimension.ALL))
                    .hasSize(2)
                    .allSatisfy(each -> assertThat(each.getVerdicts()).isEqualTo(3));
        }
    }

    @Test
    void madeUpDomainsDoNotFloodTheTopic() {
        try (MetricsRig rig = new MetricsRig(state)) {
            List<Verdict> sent = new ArrayList<>();
            for (int i = 0; i < 300; i++) {
                sent.add(Verdicts.withDomain(i, i % 3 == 0 ? "news" : "d" + i, random));
            }
            sent.add(Verdicts.withDomain(300, "long ".repeat(30), random));
            sent.forEach(rig::send);
            rig.pass(Duration.ofSeconds(80));
            List<Metrics> written = rig.written();
            Sums.check(written, sent);
            List<Metrics> domains = Sums.of(
                    written,
                    each -> each.getDimension() == Dimension.DOMAIN
                            && each.getQuestion().equals("MACHINE"));
            assertThat(domains)
                    .hasSize(WindowTally.MOST_VALUES + 1)
                    .extracting(Metrics::getValue)
                    .contains("news", "other");
        }
    }

    @Test
    void whatIsNoVerdictIsADeadLetterThatDoesNotQuoteIt() {
        try (MetricsRig rig = new MetricsRig(state)) {
            rig.verdicts.pipeInput(new byte[] {1}, "{\"decided_at\": \"secret\"}".getBytes(StandardCharsets.UTF_8));
            rig.verdicts.pipeInput(new byte[] {1}, (byte[]) null);
            rig.send(Verdicts.at(1, random));
            rig.pass(Duration.ofSeconds(80));
            assertThat(Sums.of(rig.written(), each -> each.getDimension() == Dimension.ALL))
                    .hasSize(2);
            var letter = rig.deadLetters.readRecord();
            assertThat(rig.deadLetters.isEmpty()).isTrue();
            assertThat(new String(
                            letter.headers()
                                    .lastHeader("__streams.errors.topic")
                                    .value(),
                            StandardCharsets.UTF_8))
                    .isEqualTo("assay.verdicts");
            assertThat(new String(
                            letter.headers()
                                    .lastHeader("__streams.errors.message")
                                    .value(),
                            StandardCharsets.UTF_8))
                    .doesNotContain("secret");
            assertThat(rig.count("unreadable")).isEqualTo(1);
        }
    }

    @Test
    void shadowVerdictsArePassedOver() {
        try (MetricsRig rig = new MetricsRig(state)) {
            Verdict shadow = Verdicts.at(1, random);
            shadow.setShadow(true);
            rig.send(shadow);
            rig.pass(Duration.ofSeconds(80));
            assertThat(rig.records()).isEmpty();
        }
    }

    @Test
    void theLastWindowIsOnTheGauges() {
        try (MetricsRig rig = new MetricsRig(state)) {
            for (int i = 0; i < 200; i++) {
                rig.send(Verdicts.at(i, random));
            }
            rig.pass(Duration.ofSeconds(80));
            Metrics machine = Sums.of(rig.written(), each -> each.getDimension() == Dimension.ALL).stream()
                    .filter(each -> each.getQuestion().equals("MACHINE"))
                    .findFirst()
                    .orElseThrow();
            assertThat(machine.getDrift().getKs()).isBetween(0.0, 0.15); // p-values are drawn uniformly
            assertThat(gauge(rig, "drift.ks", "MACHINE"))
                    .isEqualTo(machine.getDrift().getKs());
            assertThat(gauge(rig, "window.end", "MACHINE"))
                    .isEqualTo((double) Verdicts.BEGIN.plusSeconds(60).getEpochSecond());
            // Its p-values are the largest over several domains, so they show no drift.
            assertThat(gauge(rig, "drift.ks", "MEMBERSHIP")).isNaN();
        }
    }

    private static double gauge(MetricsRig rig, String name, String question) {
        return rig.meters
                .get("assay.metrics." + name)
                .tag("question", question)
                .gauge()
                .value();
    }
}
