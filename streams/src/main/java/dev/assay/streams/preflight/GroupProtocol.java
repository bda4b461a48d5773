package dev.assay.streams.preflight;

import java.util.Optional;
import org.apache.kafka.clients.admin.FinalizedVersionRange;
import org.apache.kafka.clients.admin.StreamsGroupDescription;
import org.apache.kafka.clients.admin.StreamsGroupSubtopologyDescription.TopicInfo;

/**
 * Members of a group speak one protocol. A group without members takes whichever comes, and keeps its positions. Under {@code streams} the
 * brokers hold fast to the topology that came first, sizes included, even of a group without members (Kafka 4.3.1).
 */
public final class GroupProtocol implements Rule {
    private static final String AUTO = "auto";

    @Override
    public String name() {
        return "group";
    }

    /** The protocol to join with. */
    public static String choose(Installation own, BrokerAccess brokers) {
        return choose(own.groupProtocol(), Group.of(own.applicationId(), brokers));
    }

    private static String choose(String asked, Group group) {
        if (!asked.equals(AUTO)) {
            return asked;
        }
        return group.members().isEmpty() ? Group.CLASSIC : group.protocol().orElse(Group.CLASSIC);
    }

    @Override
    public Optional<String> complaint(Installation own, BrokerAccess brokers) {
        Group group = Group.of(own.applicationId(), brokers);
        String wanted = choose(own.groupProtocol(), group);
        if (!group.members().isEmpty() && !group.protocol().orElse(wanted).equals(wanted)) {
            return Optional.of(mixed(own, group, wanted));
        }
        return wanted.equals(Group.STREAMS) ? streams(own, brokers) : Optional.empty();
    }

    private static String mixed(Installation own, Group group, String wanted) {
        String spoken = group.protocol().orElseThrow();
        return "group " + own.applicationId() + " speaks the protocol " + spoken + " and has " + group.people()
                + ", which do not mix with group.protocol=" + wanted + ": stop them all first (a killed one is gone"
                + " when its session has timed out), or set group.protocol=" + spoken;
    }

    private static Optional<String> streams(Installation own, BrokerAccess brokers) {
        FinalizedVersionRange level = brokers.await(
                        brokers.admin().describeFeatures().featureMetadata())
                .finalizedFeatures()
                .get("streams.version");
        if (level == null || level.maxVersionLevel() < 1) {
            return Optional.of(
                    "the brokers lack the group protocol streams: set group.protocol=classic, or upgrade them"
                            + " (kafka-features.sh upgrade --feature streams.version=1)");
        }
        return Group.streams(own.applicationId(), brokers)
                .filter(group -> isOther(own, group))
                .map(group -> "group " + own.applicationId() + " holds fast to the sizes of its first start, for the"
                        + " protocol streams takes no changed topology: stop all members, start once with"
                        + " group.protocol=classic, or set event.max.bytes back");
    }

    private static boolean isOther(Installation own, StreamsGroupDescription group) {
        return group.subtopologies().stream()
                .map(part ->
                        part.stateChangelogTopics().get(own.changelogTopic().orElse("")))
                .filter(changelog -> changelog != null)
                .anyMatch(changelog -> isOther(own, changelog));
    }

    private static boolean isOther(Installation own, TopicInfo changelog) {
        return own.changelog().entrySet().stream()
                .anyMatch(size -> !size.getValue()
                        .toString()
                        .equals(changelog.topicConfigs().get(size.getKey())));
    }

    @Override
    public String holds(Installation own, BrokerAccess brokers) {
        Group group = Group.of(own.applicationId(), brokers);
        String state = group.members().isEmpty() ? "no members" : group.people();
        return own.applicationId() + ", " + state + ", protocol " + choose(own.groupProtocol(), group);
    }
}
