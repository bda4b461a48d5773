package dev.assay.schemas.serde;

import dev.assay.schemas.Metrics;
import dev.assay.schemas.TextEvent;
import dev.assay.schemas.Verdict;
import dev.assay.schemas.registry.RegistrySettings;
import dev.assay.schemas.registry.SchemaRegistry;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;

/** Which client of the registry encodes Avro: Confluent's serdes where they are on the class path, else our own. */
final class Codecs {
    /** Setting: {@code auto} (Confluent's serdes where they are on the class path), {@code own} or {@code confluent}. */
    static final String CLIENT = "schema.registry.client";

    static final AvroBinary<TextEvent> EVENTS = new AvroBinary<>(TextEvent.class, TextEvent.getClassSchema(), "text");
    static final AvroBinary<Verdict> VERDICTS = new AvroBinary<>(Verdict.class, Verdict.getClassSchema(), "event_id");

    static final AvroBinary<Metrics> METRICS =
            new AvroBinary<>(Metrics.class, Metrics.getClassSchema(), "window_start");

    private Codecs() {}

    static <T extends SpecificRecord> RecordCodec<T> open(AvroBinary<T> binary, Map<String, ?> config) {
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        boolean seen = context != null && ConfluentCodec.isOn(context);
        return open(binary, config, seen ? context : Codecs.class.getClassLoader());
    }

    static <T extends SpecificRecord> RecordCodec<T> open(
            AvroBinary<T> binary, Map<String, ?> config, ClassLoader loader) {
        Object client = config.get(CLIENT);
        boolean confluent = switch (client == null ? "auto" : client.toString()) {
            case "auto" -> ConfluentCodec.isOn(loader);
            case "own" -> false;
            case "confluent" -> true;
            default -> throw new IllegalArgumentException("setting " + CLIENT + " must be auto, own or confluent");
        };
        if (confluent) {
            return new ConfluentCodec<>(loader, config, binary);
        }
        var settings = RegistrySettings.from(config);
        return new RegistryCodec<>(SchemaRegistry.open(settings), settings, binary);
    }
}
