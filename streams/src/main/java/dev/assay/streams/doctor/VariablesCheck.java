package dev.assay.streams.doctor;

import dev.assay.streams.settings.Settings;

/** Whether the environment has variables that look like settings and are none. */
final class VariablesCheck implements Check {
    private final Settings settings;

    VariablesCheck(Settings settings) {
        this.settings = settings;
    }

    @Override
    public String name() {
        return "variables";
    }

    @Override
    public Finding run() {
        return settings.passedOver().isEmpty()
                ? Finding.ok(this, "each ASSAY_ variable is a setting")
                : Finding.noted(this, String.join(" ", settings.passedOver()));
    }
}
