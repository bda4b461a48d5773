package dev.assay.streams.preflight;

import java.util.Optional;

/** Release 0.1.0 called every group {@code assay-detection}, whatever the prefix; one that it left must not be begun again unasked. */
final class FormerName implements Rule {
    @Override
    public String name() {
        return "former group";
    }

    @Override
    public boolean concerns(Installation own) {
        return own.formerId().isPresent();
    }

    @Override
    public Optional<String> complaint(Installation own, BrokerAccess brokers) {
        return own.formerId()
                .filter(former -> isLeft(own, former, brokers))
                .map(former -> "group " + former
                        + " has been reading " + own.input().name() + ", and " + own.applicationId()
                        + " has not: set application.id=" + former
                        + " to go on where it ended, or give it any other name to"
                        + " begin anew");
    }

    private static boolean isLeft(Installation own, String former, BrokerAccess brokers) {
        String topic = own.input().name();
        return Group.of(former, brokers).positions().contains(topic)
                && !Group.of(own.applicationId(), brokers).positions().contains(topic);
    }

    @Override
    public String holds(Installation own, BrokerAccess brokers) {
        return "none of 0.1.0 reads " + own.input().name();
    }
}
