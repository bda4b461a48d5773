package dev.assay.streams.preflight;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.AlterConfigsOptions;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.ApiException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * The changelog takes what the topic of events takes. Kafka Streams gives a changelog its sizes when it makes it, and never again: where
 * the limit of events has been raised since, an event in between could not be kept. So the start raises them, too.
 */
public final class ChangelogSizes implements Rule {
    @Override
    public String name() {
        return "changelog sizes";
    }

    /** Raises what is too small; nothing is ever lowered, for larger records may be there. */
    public static void raise(Installation own, BrokerAccess brokers) {
        alter(own, brokers, false);
    }

    @Override
    public boolean concerns(Installation own) {
        return own.store().isPresent();
    }

    @Override
    public Optional<String> complaint(Installation own, BrokerAccess brokers) {
        Map<String, Long> tooSmall = tooSmall(own, brokers);
        try {
            alter(own, brokers, true);
            return Optional.empty();
        } catch (ApiException refused) {
            String all = tooSmall.entrySet().stream()
                    .map(size -> size.getKey() + "=" + size.getValue())
                    .collect(Collectors.joining(","));
            return Optional.of("changelog " + own.changelogTopic().orElseThrow() + " takes smaller records than"
                    + " event.max.bytes asks for, and the broker does not let it be altered ("
                    + refused.getClass().getSimpleName() + "): kafka-configs.sh --alter --entity-type topics"
                    + " --entity-name " + own.changelogTopic().orElseThrow() + " --add-config " + all
                    + ", or lower event.max.bytes");
        }
    }

    private static void alter(Installation own, BrokerAccess brokers, boolean onlyTry) {
        Map<String, Long> tooSmall = tooSmall(own, brokers);
        if (!tooSmall.isEmpty()) {
            Collection<AlterConfigOp> changes = new ArrayList<>();
            tooSmall.forEach((key, size) ->
                    changes.add(new AlterConfigOp(new ConfigEntry(key, size.toString()), AlterConfigOp.OpType.SET)));
            brokers.await(brokers.admin()
                    .incrementalAlterConfigs(
                            Map.of(topic(own), changes), new AlterConfigsOptions().validateOnly(onlyTry))
                    .all());
        }
    }

    private static Map<String, Long> tooSmall(Installation own, BrokerAccess brokers) {
        if (own.changelogTopic().isEmpty()) {
            return Map.of();
        }
        try {
            Config kept = brokers.await(
                            brokers.admin().describeConfigs(List.of(topic(own))).all())
                    .get(topic(own));
            return own.changelog().entrySet().stream()
                    .filter(size -> kept.get(size.getKey()) != null) // older brokers lack some
                    .filter(size -> Long.parseLong(kept.get(size.getKey()).value()) < size.getValue())
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        } catch (UnknownTopicOrPartitionException none) {
            return Map.of(); // made with the right sizes at the first start
        } catch (ApiException withoutTheRightToAsk) {
            return Map.of();
        }
    }

    private static ConfigResource topic(Installation own) {
        return new ConfigResource(
                ConfigResource.Type.TOPIC, own.changelogTopic().orElseThrow());
    }

    @Override
    public String holds(Installation own, BrokerAccess brokers) {
        Map<String, Long> tooSmall = tooSmall(own, brokers);
        return tooSmall.isEmpty()
                ? "large enough for event.max.bytes"
                : "the start raises " + tooSmall.keySet().stream().sorted().collect(Collectors.joining(", ")) + " of "
                        + own.changelogTopic().orElseThrow();
    }
}
