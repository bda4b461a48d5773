package dev.assay.streams.detection;

import dev.assay.streams.event.SourcePosition;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.errors.InvalidTimestampException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.streams.errors.DefaultProductionExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;

/**
 * Lays a record that a broker refuses at the door of its event: a verdict, a dead letter or what the pending store keeps. What becomes of the
 * stream thread is Kafka Streams' own default. Made by Kafka Streams, under {@link #SETTING} in its configuration it finds the engine.
 */
public final class RefusedRecords extends DefaultProductionExceptionHandler {
    static final String SETTING = "assay.scoring.engine";

    /** How brokers call a record that they refuse only because of another one in its batch. */
    private static final String OF_ANOTHER = "part of a batch";

    private ScoringEngine engine;

    @Override
    public void configure(Map<String, ?> settings) {
        super.configure(settings);
        engine = (ScoringEngine) settings.get(SETTING);
    }

    @Override
    public Response handleError(ErrorHandlerContext context, ProducerRecord<byte[], byte[]> record, Exception why) {
        if (isOfTheRecord(why)) {
            event(record).ifPresent(event -> engine.suspects().blameFor(event, why));
        }
        return super.handleError(context, record, why);
    }

    private static boolean isOfTheRecord(Exception why) {
        boolean ofAnother = String.valueOf(why.getMessage()).contains(OF_ANOTHER);
        return why instanceof RecordTooLargeException
                || why instanceof InvalidTimestampException
                || (why instanceof InvalidRecordException && !ofAnother);
    }

    private Optional<SourcePosition> event(ProducerRecord<byte[], byte[]> record) {
        if (record.topic().endsWith(PendingStore.topic("")) && record.value() != null) {
            return Optional.of(PendingCodec.decode(record.value()).raw().position());
        }
        return engine.outgoing().eventOf(record.value());
    }
}
