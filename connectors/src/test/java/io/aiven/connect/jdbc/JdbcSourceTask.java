package io.aiven.connect.jdbc;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.data.Timestamp;
import org.apache.kafka.connect.source.SourceRecord;
import org.apache.kafka.connect.source.SourceTask;

/** Two rows as JDBC connectors deliver them: no key, a struct named after the table, times as Connect's; then nothing. */
public final class JdbcSourceTask extends SourceTask {
    private static final Schema ROW = SchemaBuilder.struct()
            .name("posts")
            .field("id", Schema.INT64_SCHEMA)
            .field("author", Schema.OPTIONAL_STRING_SCHEMA)
            .field("title", Schema.OPTIONAL_STRING_SCHEMA)
            .field("body", Schema.OPTIONAL_STRING_SCHEMA)
            .field("category", Schema.OPTIONAL_STRING_SCHEMA)
            .field("written_at", Timestamp.builder().optional().build())
            .build();

    private String topic;
    private boolean done;

    @Override
    public String version() {
        return "stand-in";
    }

    @Override
    public void start(Map<String, String> settings) {
        topic = settings.get("topic.prefix") + settings.get("table.whitelist");
    }

    @Override
    public List<SourceRecord> poll() {
        if (done) {
            return null;
        }
        done = true;
        return Stream.of(row(1).put("title", "Kettle").put("body", "<p>It boils.</p>"), row(2))
                .map(row -> new SourceRecord(Map.of(), Map.of("id", row.get("id")), topic, ROW, row))
                .toList();
    }

    @SuppressWarnings("JavaUtilDate") // Connect's type for times
    private static Struct row(long id) {
        return new Struct(ROW)
                .put("id", id)
                .put("author", "ann")
                .put("category", "reviews")
                .put("written_at", Date.from(Instant.parse("2024-05-06T07:08:09Z")));
    }

    @Override
    public void stop() {}
}
