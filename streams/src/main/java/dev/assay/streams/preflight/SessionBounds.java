package dev.assay.streams.preflight;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.ApiException;

/**
 * How long a member may be silent until its partitions go to others: short, as far as the brokers let it. Only for the protocol
 * {@code classic}; under {@code streams} the brokers say.
 */
public final class SessionBounds implements Rule {
    private static final String SETTING = "session.timeout.ms";
    private static final String LEAST = "group.min.session.timeout.ms";
    private static final String MOST = "group.max.session.timeout.ms";
    private static final int SHORT_MS = 6000; // what brokers allow unless set otherwise
    private static final List<String> KEYS = List.of("main.consumer." + SETTING, "consumer." + SETTING, SETTING);

    @Override
    public String name() {
        return "session";
    }

    /** The time-out to join with, in milliseconds: as given, else six seconds or the brokers' least. */
    public static int choose(Installation own, BrokerAccess brokers) {
        return choose(given(own), () -> bound(brokers, LEAST));
    }

    static int choose(Optional<Integer> given, Supplier<Optional<Integer>> least) {
        return given.orElseGet(() -> Math.max(SHORT_MS, least.get().orElse(0)));
    }

    @Override
    public Optional<String> complaint(Installation own, BrokerAccess brokers) {
        return given(own).flatMap(asked -> {
            Optional<Integer> least = bound(brokers, LEAST).filter(bound -> asked < bound);
            Optional<Integer> most = bound(brokers, MOST).filter(bound -> asked > bound);
            return least.map(bound -> complaint(asked, LEAST, bound))
                    .or(() -> most.map(bound -> complaint(asked, MOST, bound)));
        });
    }

    private static String complaint(int asked, String key, int bound) {
        return "setting kafka.consumer." + SETTING + " is " + asked + ", and the brokers' " + key + " is " + bound
                + ": give a time-out within their bounds, or leave the setting away";
    }

    @Override
    public String holds(Installation own, BrokerAccess brokers) {
        return GroupProtocol.choose(own, brokers).equals(Group.STREAMS)
                ? "time-out as the brokers set it for the protocol streams"
                : "time-out " + choose(own, brokers) + " ms";
    }

    @Override
    public boolean concerns(Installation own) {
        return own.store().isPresent() && !own.groupProtocol().equals(Group.STREAMS);
    }

    /** What a user gave, in Kafka Streams' order; what is no number is for Kafka to complain of. */
    private static Optional<Integer> given(Installation own) {
        return KEYS.stream()
                .map(own.kafka()::get)
                .filter(text -> text != null && text.strip().matches("\\d{1,9}"))
                .findFirst()
                .map(text -> Integer.valueOf(text.strip()));
    }

    /** A broker's bound; empty without the right to ask. */
    private static Optional<Integer> bound(BrokerAccess brokers, String key) {
        try {
            int broker = brokers.await(brokers.admin().describeCluster().nodes()).stream()
                    .mapToInt(node -> node.id())
                    .min()
                    .orElseThrow();
            ConfigResource resource = new ConfigResource(ConfigResource.Type.BROKER, Integer.toString(broker));
            Config config = brokers.await(
                            brokers.admin().describeConfigs(List.of(resource)).all())
                    .get(resource);
            return Optional.ofNullable(config.get(key)).map(ConfigEntry::value).map(Integer::valueOf);
        } catch (ApiException e) {
            return Optional.empty();
        }
    }
}
