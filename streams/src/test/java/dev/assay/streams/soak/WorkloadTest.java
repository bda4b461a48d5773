package dev.assay.streams.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.Test;

class WorkloadTest {
    private static final int SHARE = 5;

    @Test
    void aPeriodHoldsEveryKindAndTheSameShareAsAnyOther() {
        Map<String, Long> kinds = kinds(0, SHARE);
        assertThat(kinds.keySet())
                .isEqualTo(Kinds.all().stream().map(Kind::name).collect(Collectors.toSet()));
        assertThat(kinds.values().stream().mapToLong(Long::longValue).sum()).isBetween(80L, 120L);
        assertThat(kinds(Workload.PERIOD, SHARE)).isEqualTo(kinds);
    }

    @Test
    void noneAreOddWhereNoneAreAskedFor() {
        assertThat(kinds(0, 0)).isEmpty();
    }

    /** A calm run of one period must know each text that later ones score. */
    @Test
    void textsRecurByPeriod() {
        Function<Integer, Set<String>> texts = from -> IntStream.range(from, from + Workload.PERIOD)
                .mapToObj(workload(SHARE)::record)
                .filter(record -> header(record, Inputs.KIND) == null && record.value() != null)
                .map(record -> new String(record.value(), StandardCharsets.UTF_8).replaceAll("e\\d+", ""))
                .collect(Collectors.toSet());
        assertThat(texts.apply(3 * Workload.PERIOD)).isEqualTo(texts.apply(0));
    }

    @Test
    void everyRecordHasANameButTombstones() {
        List<ProducerRecord<byte[], byte[]>> records = IntStream.range(0, Workload.PERIOD)
                .mapToObj(workload(SHARE)::record)
                .toList();
        assertThat(records.stream().filter(record -> record.value() == null)).hasSize(10);
        assertThat(records.stream()
                        .filter(record -> record.value() != null)
                        .map(record -> Inputs.name(record.headers()).orElseThrow()))
                .doesNotHaveDuplicates()
                .hasSize(Workload.answers(Workload.PERIOD));
    }

    private static Map<String, Long> kinds(int from, int share) {
        return IntStream.range(from, from + Workload.PERIOD)
                .mapToObj(workload(share)::record)
                .map(record -> header(record, Inputs.KIND))
                .filter(kind -> kind != null)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    private static Workload workload(int share) {
        return new Workload("events", EventEncoder.json(), share, Kinds.all());
    }

    private static String header(ProducerRecord<byte[], byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}
