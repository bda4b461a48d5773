package dev.assay.streams.cli;

import dev.assay.streams.settings.Setting;
import dev.assay.streams.settings.SettingTable;
import dev.assay.streams.settings.Settings;
import java.io.PrintWriter;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Prints every setting with its effective value and where that comes from. */
@Command(
        name = "config",
        description = {
            "Print every setting: effective value, where it comes from, what it does.",
            "A later source wins: default, --config FILE, variable ASSAY_…, --set."
        },
        footer = {
            "",
            "Examples:",
            "  assay config",
            "  assay config --config my.properties --set target.fpr=0.005",
            "  ASSAY_HTTP_PORT=9090 assay config"
        })
final class ConfigCommand implements Runnable {
    private final Surroundings here;

    @Mixin
    final SettingsOptions options;

    ConfigCommand(Surroundings here) {
        this.here = here;
        this.options = new SettingsOptions(here);
    }

    @Override
    public void run() {
        Settings settings = options.read();
        for (Setting<?> setting : SettingTable.all()) {
            print(here.out(), setting, settings);
        }
        settings.kafka()
                .keySet()
                .forEach(key -> here.out()
                        .printf(
                                Locale.ROOT,
                                "kafka.%s = %s   (%s)%n",
                                key,
                                settings.shownKafka(key),
                                settings.kafkaOrigin(key)));
    }

    private static void print(PrintWriter out, Setting<?> setting, Settings settings) {
        out.printf(Locale.ROOT, "# %s (%s; %s)%n", setting.sentence(), setting.values(), setting.variable());
        out.printf(Locale.ROOT, "%s = %s   (%s)%n", setting.key(), settings.shown(setting), settings.origin(setting));
    }
}
