package dev.assay.streams.emit;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * The event's headers as its verdict carries them on: all but those that say what the event's bytes are, because the verdict's are others.
 */
final class VerdictHeaders {
    // By which schema it was written, of what media type it is and in which class a framework puts it. In lower case.
    private static final Set<String> OF_THE_INPUT = Set.of(
            "__key_schema_id",
            "__value_schema_id",
            "content-type",
            "content-encoding",
            "__typeid__",
            "__contenttypeid__",
            "__keytypeid__");
    // A CloudEvent's attributes, which with the verdict's bytes would be another event under the same id; Apicurio's
    // ids of the schema.
    private static final List<String> PREFIXES = List.of("ce_", "ce-", "apicurio.value.");

    private VerdictHeaders() {}

    static Headers of(Headers original) {
        RecordHeaders headers = new RecordHeaders();
        for (Header header : original) {
            if (!isOfTheInput(header.key().toLowerCase(Locale.ROOT)) && !DeadLetter.owns(header)) {
                headers.add(header);
            }
        }
        return headers;
    }

    private static boolean isOfTheInput(String name) {
        return OF_THE_INPUT.contains(name) || PREFIXES.stream().anyMatch(name::startsWith);
    }
}
