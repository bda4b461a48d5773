package dev.assay.streams.cli;

import dev.assay.streams.settings.Setting;
import dev.assay.streams.settings.SettingTable;
import dev.assay.streams.settings.Settings;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Option;

/** Flags for the settings that touch scores and decisions: a verdict's provenance names them so, and they win over all else. */
final class ScoringOptions {
    private final Map<Setting<?>, String> given = new LinkedHashMap<>();

    @Option(
            names = "--model",
            paramLabel = "ID|DIR",
            description = "The model: default, a bundle's id or name, or its folder.")
    void model(String text) {
        given.put(SettingTable.MODEL, text);
    }

    @Option(names = "--detectors", paramLabel = "A,B", description = "Detectors to compute, comma separated.")
    void detectors(String text) {
        given.put(SettingTable.DETECTORS, text);
    }

    @Option(names = "--deciding-detector", paramLabel = "A", description = "The detector that decides.")
    void decidingDetector(String text) {
        given.put(SettingTable.DECIDING_DETECTOR, text);
    }

    @Option(names = "--membership-detector", paramLabel = "A", description = "The detector that says how familiar.")
    void membershipDetector(String text) {
        given.put(SettingTable.MEMBERSHIP_DETECTOR, text);
    }

    @Option(
            names = {"--calibration", "--calibrations"},
            paramLabel = "ID|FILE",
            description = "Calibrations to use, comma separated; none for none.")
    void calibrations(String text) {
        given.put(SettingTable.CALIBRATIONS, text);
    }

    @Option(names = "--fit", paramLabel = "ID|FILE", description = "Learned numbers to use; none for none.")
    void fit(String text) {
        given.put(SettingTable.FIT, text);
    }

    @Option(names = "--target-fpr", paramLabel = "A", description = "Rate of human texts that may be flagged.")
    void targetFpr(String text) {
        given.put(SettingTable.TARGET_FPR, text);
    }

    @Option(names = "--min-tokens", paramLabel = "N", description = "Fewest scored tokens to decide on.")
    void minTokens(String text) {
        given.put(SettingTable.MIN_TOKENS, text);
    }

    @Option(names = "--max-tokens", paramLabel = "N", description = "Most tokens to score.")
    void maxTokens(String text) {
        given.put(SettingTable.MAX_TOKENS, text);
    }

    @Option(names = "--window", paramLabel = "N", description = "Tokens the model sees at once.")
    void window(String text) {
        given.put(SettingTable.WINDOW, text);
    }

    @Option(names = "--max-altered-share", paramLabel = "A", description = "Largest share of altered characters.")
    void maxAlteredShare(String text) {
        given.put(SettingTable.MAX_ALTERED_SHARE, text);
    }

    @Option(names = "--languages", paramLabel = "EN,DE", description = "Languages that are judged.")
    void languages(String text) {
        given.put(SettingTable.LANGUAGES, text);
    }

    /** The settings with what these flags say. */
    Settings over(Settings settings) {
        Settings with = settings;
        for (Map.Entry<Setting<?>, String> flag : given.entrySet()) {
            String name = "--" + flag.getKey().key().replace('.', '-');
            with = with.with(flag.getKey(), flag.getValue(), name);
        }
        return with;
    }
}
