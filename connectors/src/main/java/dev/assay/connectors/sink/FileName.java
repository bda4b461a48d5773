package dev.assay.connectors.sink;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.common.TopicPartition;

/**
 * The name of a complete file, {@code TOPIC-PARTITION-FIRST-LAST.jsonl[.gz]}: offsets in twenty digits, so that names sort as
 * the records do.
 *
 * @param partition whose records it holds
 * @param first offset of the first
 * @param last offset of the last
 */
record FileName(TopicPartition partition, long first, long last) {
    private static final Pattern FORM = Pattern.compile("(.+)-(\\d{1,9})-(\\d{20})-(\\d{20})\\.jsonl(\\.gz)?");

    static Optional<FileName> parse(String name) {
        Matcher form = FORM.matcher(name);
        if (!form.matches()) {
            return Optional.empty();
        }
        return Optional.of(new FileName(
                new TopicPartition(form.group(1), Integer.parseInt(form.group(2))),
                Long.parseLong(form.group(3)),
                Long.parseLong(form.group(4))));
    }

    String toString(boolean compressed) {
        return String.format(
                Locale.ROOT,
                "%s-%d-%020d-%020d.jsonl%s",
                partition.topic(),
                partition.partition(),
                first,
                last,
                compressed ? ".gz" : "");
    }
}
