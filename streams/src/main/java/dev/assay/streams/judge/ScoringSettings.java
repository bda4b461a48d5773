package dev.assay.streams.judge;

import dev.assay.detectors.AssessorSettings;
import dev.assay.detectors.model.Bundle;
import dev.assay.streams.settings.SettingTable;
import dev.assay.streams.settings.Settings;
import java.util.Set;

/** The settings that the detectors are given. */
public final class ScoringSettings {
    private ScoringSettings() {}

    /** Picks them from all settings. */
    public static AssessorSettings of(Settings settings) {
        return new AssessorSettings(
                settings.get(SettingTable.DETECTORS),
                settings.get(SettingTable.DECIDING_DETECTOR),
                settings.get(SettingTable.MEMBERSHIP_DETECTOR),
                settings.get(SettingTable.TARGET_FPR),
                settings.get(SettingTable.MIN_TOKENS),
                settings.get(SettingTable.MAX_TOKENS),
                settings.get(SettingTable.WINDOW),
                settings.get(SettingTable.MAX_ALTERED_SHARE),
                Set.copyOf(settings.get(SettingTable.LANGUAGES)),
                settings.get(SettingTable.CALIBRATIONS),
                settings.get(SettingTable.FIT),
                settings.get(SettingTable.ENGINE_THREADS));
    }

    /** A window that nobody asked for shrinks to what the model was trained for; one asked for does not. */
    public static AssessorSettings fitted(Settings settings, Bundle bundle) {
        int most = bundle.manifest().contextLength();
        if (settings.isGiven(SettingTable.WINDOW) || settings.get(SettingTable.WINDOW) <= most) {
            return of(settings);
        }
        return of(settings.with(SettingTable.WINDOW, Integer.toString(most), "model"));
    }

    /** Texts to score at the same time. */
    public static int workers(Settings settings) {
        int workers = settings.get(SettingTable.ENGINE_WORKERS);
        int cores = Runtime.getRuntime().availableProcessors();
        return workers > 0 ? workers : Math.max(1, cores / settings.get(SettingTable.ENGINE_THREADS));
    }
}
