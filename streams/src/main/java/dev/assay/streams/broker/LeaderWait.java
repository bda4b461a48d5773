package dev.assay.streams.broker;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Creates topics and returns when they can be written: creation alone is answered before partitions have leaders. */
final class LeaderWait {
    private static final long POLL_NANOS = 20_000_000;
    private static final long LIMIT_NANOS = 30_000_000_000L;

    private LeaderWait() {}

    static void create(String bootstrap, Collection<NewTopic> topics) {
        List<String> names = topics.stream().map(NewTopic::name).toList();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            admin.createTopics(topics).all().get();
            long start = System.nanoTime();
            while (!haveLeaders(admin, names)) {
                if (System.nanoTime() - start > LIMIT_NANOS) {
                    throw new BrokerStartException("no leader after 30 s for some partition of " + names);
                }
                LockSupport.parkNanos(POLL_NANOS);
            }
        } catch (ExecutionException e) {
            throw new BrokerStartException(
                    "cannot create topics " + names + ": " + e.getCause().getMessage(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BrokerStartException("interrupted while creating topics " + names, e);
        }
    }

    private static boolean haveLeaders(Admin admin, List<String> names)
            throws InterruptedException, ExecutionException {
        try {
            return admin.describeTopics(names).allTopicNames().get().values().stream()
                    .allMatch(LeaderWait::hasLeaders);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                return false; // created, not yet in this broker's metadata
            }
            throw e;
        }
    }

    private static boolean hasLeaders(TopicDescription topic) {
        return topic.partitions().stream()
                .allMatch(partition ->
                        partition.leader() != null && !partition.leader().isEmpty());
    }
}
