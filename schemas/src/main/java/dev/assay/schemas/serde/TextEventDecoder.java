package dev.assay.schemas.serde;

import dev.assay.schemas.TextEvent;
import dev.assay.schemas.TextEventJson;
import dev.assay.schemas.registry.RegistrySettings;
import dev.assay.schemas.serde.DecodedEvent.Encoding;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.header.Headers;

/**
 * A record's value to a text event: Avro, a JSON object or plain UTF-8 text. {@link EventFormat#AUTO} looks at the
 * headers {@code __value_schema_id} and {@code content-type} first, then at the first bytes; see the module's README for
 * what it makes of the doubtful ones. Safe to use from several threads.
 */
public final class TextEventDecoder implements AutoCloseable {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final EventFormat format;
    private final Optional<RecordCodec<TextEvent>> avro;

    TextEventDecoder(EventFormat format, Optional<RecordCodec<TextEvent>> avro) {
        this.format = format;
        this.avro = avro;
    }

    /**
     * A decoder with a client for the registry that the settings name, in the names that Confluent's serdes use. Without
     * {@code schema.registry.url} there is none: Avro records are undecodable then, and the format AVRO is refused.
     */
    public static TextEventDecoder open(EventFormat format, Map<String, ?> config) {
        boolean hasRegistry = config.get(RegistrySettings.URL) != null;
        return new TextEventDecoder(
                format,
                hasRegistry || format == EventFormat.AVRO
                        ? Optional.of(Codecs.open(Codecs.EVENTS, config))
                        : Optional.empty());
    }

    /**
     * Reads a record's value.
     *
     * @param bytes the value; a null one is a tombstone and does not come here
     * @throws UndecodableEventException where the bytes are at fault, or the schema that they name
     * @throws dev.assay.schemas.registry.RegistryException where the registry cannot be asked
     */
    public DecodedEvent decode(String topic, Headers headers, byte[] bytes) {
        EventFormat seen = format == EventFormat.AUTO ? seen(headers, bytes) : format;
        return switch (seen) {
            case AVRO -> avro(topic, headers, bytes);
            case JSON -> json(utf8(bytes));
            default -> new DecodedEvent(text(utf8(bytes)), Encoding.TEXT);
        };
    }

    @Override
    public void close() {
        avro.ifPresent(RecordCodec::close);
    }

    private static EventFormat seen(Headers headers, byte[] bytes) {
        if (SchemaRef.isInHeader(headers)) {
            return EventFormat.AVRO;
        }
        return declared(headers).orElseGet(() -> firstBytes(headers, bytes));
    }

    /** What the header {@code content-type} says, where it is one of the types we read. */
    private static Optional<EventFormat> declared(Headers headers) {
        for (var header : headers) {
            if (header.key().equalsIgnoreCase("content-type") && header.value() != null) {
                return mediaType(new String(header.value(), StandardCharsets.UTF_8));
            }
        }
        return Optional.empty();
    }

    private static Optional<EventFormat> mediaType(String declared) {
        String type = declared.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (type.equals("application/json") || type.endsWith("+json")) {
            return Optional.of(EventFormat.JSON);
        }
        if (type.equals("text/plain")) {
            return Optional.of(EventFormat.TEXT);
        }
        return type.contains("avro") ? Optional.of(EventFormat.AVRO) : Optional.empty();
    }

    private static EventFormat firstBytes(Headers headers, byte[] bytes) {
        // No text begins with a control character of 0 or 1: shorter than an id, it is a broken frame.
        if (SchemaRef.of(headers, bytes).isPresent() || (bytes.length > 0 && bytes[0] >= 0 && bytes[0] <= 1)) {
            return EventFormat.AVRO;
        }
        return looksLikeObject(bytes) ? EventFormat.JSON : EventFormat.TEXT;
    }

    /** Whether a brace and then a quote or the other brace come first: "{laughs} Hello" is text. */
    private static boolean looksLikeObject(byte[] bytes) {
        int brace = firstVisible(bytes, hasByteOrderMark(bytes) ? 3 : 0);
        if (brace == bytes.length || bytes[brace] != '{') {
            return false;
        }
        int next = firstVisible(bytes, brace + 1);
        return next < bytes.length && (bytes[next] == '"' || bytes[next] == '}');
    }

    private static boolean hasByteOrderMark(byte[] bytes) {
        return bytes.length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF;
    }

    private static int firstVisible(byte[] bytes, int from) {
        int at = from;
        while (at < bytes.length && (bytes[at] == ' ' || bytes[at] == '\t' || bytes[at] == '\n' || bytes[at] == '\r')) {
            at++;
        }
        return at;
    }

    private DecodedEvent avro(String topic, Headers headers, byte[] bytes) {
        RecordCodec<TextEvent> codec = avro.orElseThrow(() -> new UndecodableEventException(
                "the value begins like Avro, and setting " + RegistrySettings.URL + " names no registry"));
        boolean inHeader = SchemaRef.isInHeader(headers);
        return new DecodedEvent(codec.decode(topic, headers, bytes), inHeader ? Encoding.AVRO_HEADER : Encoding.AVRO);
    }

    private static DecodedEvent json(String json) {
        try {
            var object = TextEventJson.tree(json.startsWith(BYTE_ORDER_MARK) ? json.substring(1) : json);
            if (!object.has("schema") || !object.has("payload") || object.has("text")) {
                return new DecodedEvent(TextEventJson.event(object), Encoding.JSON);
            }
            var payload = object.get("payload");
            return new DecodedEvent(
                    payload.isTextual() ? text(payload.textValue()) : TextEventJson.event(payload),
                    Encoding.CONNECT_JSON);
        } catch (IllegalArgumentException fault) {
            throw new UndecodableEventException(fault.getMessage());
        }
    }

    private static TextEvent text(String text) {
        return new TextEvent(null, null, text, null, null, null, Map.of());
    }

    private static String utf8(byte[] bytes) {
        return StrictText.decode(bytes).orElseThrow(() -> new UndecodableEventException("the value is not UTF-8"));
    }
}
