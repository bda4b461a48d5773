package dev.assay.schemas.serde;

import dev.assay.schemas.TextEvent;
import org.apache.kafka.common.serialization.Serdes;

/** Text events both ways. */
public final class TextEventSerde extends Serdes.WrapperSerde<TextEvent> {

    public TextEventSerde() {
        super(new TextEventSerializer(), new TextEventDeserializer());
    }
}
