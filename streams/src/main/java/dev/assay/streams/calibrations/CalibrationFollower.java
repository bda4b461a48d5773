package dev.assay.streams.calibrations;

import dev.assay.detectors.calibrate.Calibration;
import dev.assay.detectors.calibrate.CalibrationException;
import dev.assay.streams.calibrations.Published.Standing;
import dev.assay.streams.judge.Recalibration;
import dev.assay.streams.topic.CommittedReader;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.AuthorizationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has a judge judge by what is published: reads the topic to its end before {@link #start} returns, then follows it on a thread of its own. Whatever
 * befalls that thread, what is in force stays in force, and the topic is read again from its beginning.
 */
public final class CalibrationFollower implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CalibrationFollower.class);
    private static final Duration FIRST_READ = Duration.ofMinutes(1);
    private static final Duration GLANCE = Duration.ofMillis(200);
    private static final Duration AGAIN = Duration.ofSeconds(10);
    private static final Duration LONGEST_CLOSE = Duration.ofSeconds(5);

    private final CalibrationTopic topic;
    private final Recalibration judge;
    private final CalibrationMeters meters;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread = new Thread(this::follow, "calibrations");
    private CommittedReader reader; // null before it is open and where it broke
    private PublishedCalibrations published;
    private List<String> used = List.of(); // ids
    private Set<String> passedOver = Set.of(); // lines that were logged
    private boolean isTroubled;

    private CalibrationFollower(CalibrationTopic topic, Recalibration judge, MeterRegistry registry) {
        this.topic = topic;
        this.judge = judge;
        this.meters = new CalibrationMeters(registry, judge.inForce().size());
        this.published = new PublishedCalibrations(judge::mismatch);
    }

    /** One that leaves the judge as it is. */
    public static CalibrationFollower idle(CalibrationTopic topic, Recalibration judge, MeterRegistry registry) {
        return new CalibrationFollower(topic, judge, registry);
    }

    /**
     * Reads what is there and goes on with what comes. Where there is no such topic, or no right to read it, the judge stays as it is.
     *
     * @throws CalibrationException in one line, where there is a topic and it cannot be read
     */
    public static CalibrationFollower start(CalibrationTopic topic, Recalibration judge, MeterRegistry registry) {
        CalibrationFollower follower = new CalibrationFollower(topic, judge, registry);
        try {
            if (follower.open()) {
                follower.readAll(FIRST_READ);
                follower.thread.setDaemon(true);
                follower.thread.start();
            }
            return follower;
        } catch (AuthorizationException e) {
            follower.closeReader();
            LOG.warn("calibrations on {} are not read: {}", topic.name(), e.getMessage());
            return follower;
        } catch (KafkaException e) {
            follower.closeReader();
            throw new CalibrationException(
                    "topic " + topic.name() + " cannot be read (" + e.getClass().getSimpleName() + ": " + e.getMessage()
                            + "): mend it, or set calibrations to what is to be used without it",
                    e);
        } catch (RuntimeException e) {
            follower.closeReader();
            throw e;
        }
    }

    private boolean open() {
        reader = topic.reader();
        boolean exists = !reader.partitions().isEmpty();
        if (!exists) {
            closeReader();
        }
        return exists;
    }

    /** To what is the end now, behind open transactions, too. */
    private void readAll(Duration longest) {
        long began = System.nanoTime();
        Map<TopicPartition, Long> ends = reader.logEnds();
        while (reader.isBefore(ends)) {
            if (System.nanoTime() - began > longest.toNanos()) {
                throw new CalibrationException("topic " + topic.name() + " could not be read to its end in "
                        + longest.toSeconds() + " s: start its brokers, and end transactions that are open on it");
            }
            reader.poll().forEach(published::take);
        }
        apply();
    }

    private void follow() {
        while (closing.getCount() > 0) {
            try {
                step();
            } catch (RuntimeException e) { // verdicts go on by what is in force
                report(e);
                closeReader();
                awaitNextTrial();
            }
        }
        closeReader();
    }

    private void step() {
        if (reader == null) {
            published = new PublishedCalibrations(judge::mismatch);
            if (!open()) {
                throw new CalibrationException("the topic is gone");
            }
            readAll(FIRST_READ);
            isTroubled = false;
        }
        var records = reader.poll(GLANCE);
        if (!records.isEmpty()) {
            records.forEach(published::take);
            readRest();
        }
    }

    /** What came in a row is taken as one. */
    private void readRest() {
        Map<TopicPartition, Long> ends = reader.committedEnds();
        while (reader.isBefore(ends) && closing.getCount() > 0) {
            reader.poll().forEach(published::take);
        }
        apply();
    }

    private void apply() {
        List<Calibration> now = published.used();
        List<String> ids = now.stream().map(Calibration::id).toList();
        if (!ids.equals(used)) {
            judge.calibrate(now);
            used = ids;
            List<String> inForce = judge.inForce();
            LOG.info("calibrations in force: {}, of them published: {}", inForce.size(), ids);
            meters.inForce(inForce.size());
        }
        meters.passedOver(
                published.with(Standing.FOREIGN).size(),
                published.with(Standing.BROKEN).size());
        logPassedOver();
    }

    private void logPassedOver() {
        Set<String> lines = published.all().stream()
                .filter(each -> each.standing() != Standing.USED)
                .map(Published::says)
                .collect(Collectors.toSet());
        lines.stream()
                .filter(line -> !passedOver.contains(line))
                .sorted()
                .forEach(line -> LOG.warn("passed over on {}: {}", topic.name(), line));
        passedOver = lines;
    }

    private void report(RuntimeException fault) {
        if (!isTroubled) {
            LOG.warn(
                    "{} cannot be followed ({}: {}); what is in force stays, and it is tried again",
                    topic.name(),
                    fault.getClass().getSimpleName(),
                    fault.getMessage());
        }
        isTroubled = true;
    }

    private void awaitNextTrial() {
        try {
            closing.await(AGAIN.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            closing.countDown(); // who interrupts it wants it to end
        }
    }

    private void closeReader() {
        Optional.ofNullable(reader).ifPresent(CommittedReader::close);
        reader = null;
    }

    /** Stops following; what is in force stays. A broker that does not answer holds nobody up for more than five seconds. */
    @Override
    public void close() {
        closing.countDown();
        try {
            thread.join(LONGEST_CLOSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
