package dev.assay.schemas.serde;

import dev.assay.schemas.Verdict;
import org.apache.kafka.common.serialization.Serdes;

/** Verdicts both ways. */
public final class VerdictSerde extends Serdes.WrapperSerde<Verdict> {

    public VerdictSerde() {
        super(new VerdictSerializer(), new VerdictDeserializer());
    }
}
