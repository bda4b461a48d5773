package dev.assay.streams.soak;

import dev.assay.schemas.TextEvent;
import dev.assay.streams.WallClock;
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
 * tombstone, and a seeded share of odd records of every kind.
 */
final class Workload {
    /** After so many records everything has occurred, and all begins anew. */
    static final int PERIOD = 2000;

    private static final int KEYS = 48;
    private static final long SEED = 7; // one set of texts, whatever the seed of the faults
    private static final int TOMBSTONE_EVERY = 200;
    private static final int FEWEST_WORDS = 10;
    private static final int MOST_WORDS = 60;
    private static final String[] WORDS = {
        "once", "there", "was", "a", "little", "girl", "who", "liked", "to", "play", "outside", "with", "her", "dog",
        "."
    };

    private final String topic;
    private final EventEncoder encoder;
    private final List<String> texts = new ArrayList<>();
    private final Kind[] odd = new Kind[PERIOD]; // null: nothing odd

    /**
     * Makes the texts.
     *
     * @param share how many of a hundred records are odd
     * @param kinds what is odd about them, in turn
     */
    Workload(String topic, EventEncoder encoder, int share, List<Kind> kinds) {
        this.topic = topic;
        this.encoder = encoder;
        Random random = new Random(SEED);
        for (int i = 0; i < PERIOD; i++) {
            texts.add(text(random, FEWEST_WORDS + random.nextInt(MOST_WORDS - FEWEST_WORDS)));
        }
        int next = 0;
        for (int i = 0; i < PERIOD; i++) {
            boolean isOdd = random.nextInt(100) < share;
            if (isOdd && !kinds.isEmpty()) {
                odd[i] = kinds.get(next++ % kinds.size());
            }
        }
    }

    private static String text(Random random, int words) {
        return IntStream.range(0, words)
                .mapToObj(i -> WORDS[random.nextInt(WORDS.length)])
                .collect(Collectors.joining(" "));
    }

    /** Record {@code number}, from 0. */
    ProducerRecord<byte[], byte[]> record(int number) {
        byte[] key = bytes("source-" + number % KEYS);
        Kind kind = odd[number % PERIOD];
        if (isTombstone(number)) {
            return new ProducerRecord<>(topic, key, null);
        }
        return kind == null ? event(key, "e" + number, texts.get(number % PERIOD)) : odd(kind, key, number);
    }

    private ProducerRecord<byte[], byte[]> event(byte[] key, String id, String text) {
        TextEvent event = new TextEvent(id, null, text, null, null, null, Map.of());
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(topic, key, encoder.encode(event));
        record.headers().add(Inputs.ID, bytes(id));
        return record;
    }

    @WallClock
    private ProducerRecord<byte[], byte[]> odd(Kind kind, byte[] key, int number) {
        OddRecord made = kind.maker().make(key, "e" + number, System.currentTimeMillis());
        ProducerRecord<byte[], byte[]> record = made.on(topic);
        record.headers()
                .add(made.hasId() ? Inputs.ID : Inputs.NAME, bytes("e" + number))
                .add(Inputs.KIND, bytes(kind.name()))
                .add(Inputs.DUE, bytes(kind.due().name()));
        return record;
    }

    /** Verdicts and dead letters that the first records must come to. */
    static int answers(int records) {
        return (int) IntStream.range(0, records).filter(i -> !isTombstone(i)).count();
    }

    private static boolean isTombstone(int number) {
        return number % TOMBSTONE_EVERY == 0;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
