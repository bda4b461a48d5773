package dev.assay.streams.soak;

import dev.assay.schemas.TextEvent;
import dev.assay.schemas.TextEventJson;
import java.nio.charset.StandardCharsets;

/** Event → record value. */
@FunctionalInterface
interface EventEncoder {
    /** The value. */
    byte[] encode(TextEvent event);

    /** As JSON. */
    static EventEncoder json() {
        return event -> TextEventJson.write(event).getBytes(StandardCharsets.UTF_8);
    }
}
