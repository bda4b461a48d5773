package dev.assay.streams.broker;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Returns when topics, new or old, can be written: a broker tells of leaders before these take requests. */
final class LeaderWait {
    private static final int PATIENCE_MS = 60_000;
    private static final long PAUSE_NANOS = 20_000_000;

    private LeaderWait() {}

    static void create(String bootstrap, Collection<NewTopic> topics) {
        List<String> names = topics.stream().map(NewTopic::name).toList();
        try (Admin admin = admin(bootstrap)) {
            var created = admin.createTopics(topics);
            Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
            for (String name : names) {
                for (int partition = 0; partition < created.numPartitions(name).get(); partition++) {
                    ends.put(new TopicPartition(name, partition), OffsetSpec.latest());
                }
            }
            awaitAnswers(admin, ends);
        } catch (ExecutionException e) {
            throw new BrokerStartException(
                    "cannot create topics " + names + ": " + e.getCause().getMessage(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BrokerStartException("interrupted while creating topics " + names, e);
        }
    }

    /** Waits for the leaders of all topics there are. */
    static void await(String bootstrap) {
        try (Admin admin = admin(bootstrap)) {
            var names =
                    admin.listTopics(new ListTopicsOptions().listInternal(true)).names();
            Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
            admin.describeTopics(names.get())
                    .allTopicNames()
                    .get()
                    .values()
                    .forEach(topic -> topic.partitions()
                            .forEach(partition -> ends.put(
                                    new TopicPartition(topic.name(), partition.partition()), OffsetSpec.latest())));
            awaitAnswers(admin, ends);
        } catch (ExecutionException e) {
            throw new BrokerStartException(
                    "the broker on " + bootstrap + " does not answer: "
                            + e.getCause().getMessage(),
                    e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BrokerStartException("interrupted while waiting for the broker on " + bootstrap, e);
        }
    }

    private static Admin admin(String bootstrap) {
        return Admin.create(Map.of("bootstrap.servers", bootstrap, "default.api.timeout.ms", PATIENCE_MS));
    }

    /** Each leader answers for itself, and the client asks until it does; only of topics not yet known it does not ask again. */
    private static void awaitAnswers(Admin admin, Map<TopicPartition, OffsetSpec> ends)
            throws ExecutionException, InterruptedException {
        long start = System.nanoTime();
        while (true) {
            try {
                admin.listOffsets(ends).all().get();
                return;
            } catch (ExecutionException e) {
                boolean late = System.nanoTime() - start > TimeUnit.MILLISECONDS.toNanos(PATIENCE_MS);
                if (late || !(e.getCause() instanceof UnknownTopicOrPartitionException)) {
                    throw e;
                }
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }
}
