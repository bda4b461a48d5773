package dev.assay.connectors.webhook;

import java.time.Duration;
import java.util.SplittableRandom;
import org.apache.kafka.connect.sink.SinkRecord;

/** One verdict on its way, over several attempts. */
final class Delivery {
    private final SinkRecord row;
    private final String id;
    private final byte[] body;
    private int attempts;
    private long dueAt; // System.nanoTime
    private boolean done;
    private String refusal;
    private String cause; // why the last attempt failed

    /** @param body what is posted, or null where nothing is */
    Delivery(SinkRecord row, byte[] body) {
        this.row = row;
        this.body = body;
        this.id = id(row);
        this.done = body == null;
        this.dueAt = System.nanoTime();
    }

    /**
     * The same whenever the record is delivered. Its time tells it from one at the same place of a topic that was deleted and
     * made again; the standard wants no dots, which separate what is signed.
     */
    private static String id(SinkRecord row) {
        String place = row.originalTopic().replace('.', '_') + "-" + row.originalKafkaPartition() + "-"
                + row.originalKafkaOffset();
        return row.timestamp() == null ? place : place + "-" + row.timestamp();
    }

    SinkRecord row() {
        return row;
    }

    boolean isDone() {
        return done;
    }

    /** Why it will never be delivered, or null; told once. */
    String takeRefusal() {
        String told = refusal;
        refusal = null;
        return told;
    }

    /** Why the last attempt failed, or null. */
    String cause() {
        return cause;
    }

    long dueAt() {
        return dueAt;
    }

    boolean isDue() {
        return System.nanoTime() - dueAt >= 0;
    }

    /** One attempt. */
    Answer attempt(WebhookClient client, WebhookSinkConfig config) throws InterruptedException {
        Answer answer = client.post(id, body);
        attempts++;
        if (answer instanceof Answer.Accepted) {
            done = true;
        } else if (answer instanceof Answer.Refused refused) {
            refuse(refused.cause());
        } else if (answer instanceof Answer.Later later) {
            cause = later.cause();
            if (attempts > config.getInt(WebhookSinkConfig.RETRIES)) {
                refuse(later.cause() + ", " + attempts + " times");
            } else {
                Duration backoff =
                        backoff(config.getInt(WebhookSinkConfig.BACKOFF), config.getInt(WebhookSinkConfig.MAX_BACKOFF));
                Duration wait = backoff.compareTo(later.pause()) > 0 ? backoff : later.pause();
                dueAt = System.nanoTime() + wait.toNanos();
            }
        }
        return answer;
    }

    private void refuse(String cause) {
        refusal = cause;
        done = true;
    }

    /**
     * Exponential, with the upper half left to chance, so that what failed together does not come back together. The chance is
     * a function of record and attempt.
     */
    private Duration backoff(int first, int most) {
        double full = Math.min(most, first * Math.pow(2, attempts - 1));
        double chance = new SplittableRandom(31L * id.hashCode() + attempts).nextDouble();
        return Duration.ofNanos((long) (full * (0.5 + 0.5 * chance) * 1e6));
    }
}
