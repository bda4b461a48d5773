package dev.assay.streams.soak;

import dev.assay.schemas.TextEvent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Records of a run, by number: events of 48 sources whose texts recur, so that a calm run knows the scores of each, now and then a
 * tombstone and a record that holds no event.
 */
final class Workload {
    private static final int KEYS = 48;
    private static final long SEED = 7; // one set of texts, whatever the seed of the faults
    private static final int TEXTS = 2000;
    private static final int ODD_EVERY = 200;
    private static final byte[] NO_EVENT = {(byte) 0xc3, 0x28}; // not UTF-8
    private static final String[] WORDS = {
        "once", "there", "was", "a", "little", "girl", "who", "liked", "to", "play", "outside", "with", "her", "dog",
        "."
    };

    private final String topic;
    private final EventEncoder encoder;
    private final List<String> texts = new ArrayList<>();

    /** With texts of so many words, from and to (exclusive). */
    Workload(String topic, EventEncoder encoder, int from, int to) {
        this.topic = topic;
        this.encoder = encoder;
        Random random = new Random(SEED);
        for (int i = 0; i < TEXTS; i++) {
            texts.add(text(random, from + random.nextInt(to - from)));
        }
    }

    private static String text(Random random, int words) {
        return IntStream.range(0, words)
                .mapToObj(i -> WORDS[random.nextInt(WORDS.length)])
                .collect(Collectors.joining(" "));
    }

    /** Record {@code number}, from 0. */
    ProducerRecord<byte[], byte[]> record(int number) {
        byte[] key = ("source-" + number % KEYS).getBytes(StandardCharsets.UTF_8);
        if (isTombstone(number)) {
            return new ProducerRecord<>(topic, key, null);
        }
        if (number % ODD_EVERY == ODD_EVERY / 2) {
            return new ProducerRecord<>(topic, key, NO_EVENT);
        }
        String id = "e" + number;
        TextEvent event = new TextEvent(id, null, texts.get(number % TEXTS), null, null, null, Map.of());
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(topic, key, encoder.encode(event));
        record.headers().add(Inputs.ID, id.getBytes(StandardCharsets.UTF_8));
        return record;
    }

    /** Verdicts and dead letters that the first records must come to. */
    static int answers(int records) {
        return (int) IntStream.range(0, records).filter(i -> !isTombstone(i)).count();
    }

    private static boolean isTombstone(int number) {
        return number % ODD_EVERY == 0;
    }
}
