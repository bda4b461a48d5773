package dev.assay.streams.emit;

import dev.assay.schemas.Verdict;
import dev.assay.schemas.registry.RegistryException;
import dev.assay.streams.event.Judged;
import dev.assay.streams.event.Outcome;
import dev.assay.streams.event.Passage;
import dev.assay.streams.event.WireSize;
import java.time.Instant;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Writes verdicts to one sink and dead letters to another.
 *
 * <p>A verdict is written and measured here, before it is forwarded: a sink that refuses it would name the record in hand, which may be
 * another one.
 */
public final class EmitProcessor implements Processor<byte[], Passage, byte[], byte[]> {
    private final EmitSettings settings;
    private final EmitMetrics metrics;
    private final DeadLetters deadLetters;
    private ProcessorContext<byte[], byte[]> context;

    /** One for each task. */
    public EmitProcessor(EmitSettings settings, EmitMetrics metrics) {
        this.settings = settings;
        this.metrics = metrics;
        this.deadLetters = new DeadLetters(settings.deadLetterRoom());
    }

    @Override
    public void init(ProcessorContext<byte[], byte[]> context) {
        this.context = context;
    }

    @Override
    public void process(Record<byte[], Passage> record) {
        if (!(record.value() instanceof Judged judged)) {
            throw new IllegalStateException("emit takes events whose outcome is known");
        }
        long now = context.currentSystemTimeMs();
        // An earlier version of the program may have kept a pending event under a time that brokers refuse.
        Judged timely = new Judged(judged.raw().notAfter(now), judged.event(), judged.outcome());
        if (judged.outcome() instanceof Outcome.Assessed assessed) {
            emit(timely, assessed, Instant.ofEpochMilli(now));
        } else if (judged.outcome() instanceof Outcome.Failed failed) {
            bury(timely, failed);
        }
    }

    private void emit(Judged judged, Outcome.Assessed assessed, Instant now) {
        Verdict verdict;
        Record<byte[], byte[]> written;
        try {
            verdict = settings.mapper().verdict(judged.event(), assessed.assessment(), now);
            written = record(judged, verdict);
        } catch (RegistryException e) {
            throw e; // nobody's event is at fault
        } catch (RuntimeException | StackOverflowError e) {
            bury(judged, Outcome.Failed.of(e));
            return;
        }
        metrics.verdict(verdict);
        context.forward(written, settings.verdictNode());
    }

    private Record<byte[], byte[]> record(Judged judged, Verdict verdict) {
        Headers headers = VerdictHeaders.of(judged.raw().headers());
        byte[] value = settings.writer().write(settings.verdictTopic(), headers, verdict);
        byte[] key = judged.raw().key();
        long size = WireSize.of(key, value, headers);
        if (size > settings.verdictRoom()) {
            throw new OversizedVerdictException(size, settings.verdictRoom());
        }
        return new Record<>(key, value, judged.raw().timestamp(), headers);
    }

    private void bury(Judged judged, Outcome.Failed failed) {
        metrics.deadLetter(failed.failure().cause());
        context.forward(deadLetters.of(judged.raw(), failed.failure()), settings.deadLetterNode());
    }
}
