package dev.assay.streams.doctor;

import dev.assay.streams.preflight.BrokerAccess;
import dev.assay.streams.preflight.Installation;
import dev.assay.streams.preflight.Rule;

/** Whether the start would find a rule to hold that it looks at itself. */
final class RuleCheck implements Check {
    private final Rule rule;
    private final Installation own;
    private final String name;
    private final Once<BrokerAccess> broker;

    /** @param about which of the applications, where it is not the detection */
    RuleCheck(Rule rule, Installation own, String about, Once<BrokerAccess> broker) {
        this.rule = rule;
        this.own = own;
        this.name = rule.name() + about;
        this.broker = broker;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Finding run() {
        return broker.find().map(this::look).orElseGet(() -> Finding.skipped(this, "no broker to ask"));
    }

    private Finding look(BrokerAccess brokers) {
        return rule.complaint(own, brokers)
                .map(complaint -> Finding.failed(this, complaint))
                .orElseGet(() -> Finding.ok(this, rule.holds(own, brokers)));
    }
}
