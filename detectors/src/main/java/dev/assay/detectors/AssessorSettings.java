package dev.assay.detectors;

import dev.assay.detectors.decide.DecisionRules;
import dev.assay.detectors.detect.AssayOne;
import dev.assay.detectors.detect.BitsPerByte;
import dev.assay.detectors.learn.Fit;
import dev.assay.detectors.model.Sha256;
import dev.assay.detectors.normalize.TextNormalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How texts are scored and decided.
 *
 * @param detectors names of the detectors to report; empty: every one that draws no samples and has what it was learned from
 * @param decidingDetector the one whose p-value answers the machine question; {@value #AUTO}: {@code assay-1} where the model has a fit, else
 *     {@code bits-per-byte}
 * @param membershipDetector the one whose percentile answers the membership question
 * @param targetFpr rate α of false positives to decide at, in (0, 1)
 * @param minTokens fewest scored tokens to decide on
 * @param maxTokens most tokens to score
 * @param window tokens the model sees at once
 * @param maxAlteredShare largest share of altered code points to decide on, in [0, 1]
 * @param languages ISO 639-1 codes to decide on
 * @param calibrations ids or files of the calibrations to use; empty: all that ship for the bundle; {@code none}: none
 * @param fit id or file of the learned numbers to use; empty: the model's own or those that ship for it; {@code none}: none
 * @param threads threads of one model run; touches no score
 */
public record AssessorSettings(
        List<String> detectors,
        String decidingDetector,
        String membershipDetector,
        double targetFpr,
        int minTokens,
        int maxTokens,
        int window,
        double maxAlteredShare,
        Set<String> languages,
        List<String> calibrations,
        String fit,
        int threads) {
    /** The best detector that the model has numbers for. */
    public static final String AUTO = "auto";

    private static final String NO_FIT = "none";

    /** Copies the collections and checks the ranges; a wrong one is named with its range. */
    public AssessorSettings {
        detectors = List.copyOf(detectors);
        languages = Set.copyOf(languages);
        calibrations = List.copyOf(calibrations);
        require(targetFpr > 0 && targetFpr < 1, "target-fpr", targetFpr, "between 0 and 1");
        require(minTokens >= 1, "min-tokens", minTokens, "at least 1");
        require(maxTokens >= minTokens, "max-tokens", maxTokens, "at least min-tokens");
        require(window >= 2, "window", window, "at least 2");
        require(maxAlteredShare >= 0 && maxAlteredShare <= 1, "max-altered-share", maxAlteredShare, "between 0 and 1");
        require(!languages.isEmpty(), "languages", languages, "one or more ISO 639-1 codes");
        require(threads >= 1, "threads", threads, "at least 1");
    }

    /** The settings of an installation that sets none. */
    public static AssessorSettings defaults() {
        return new AssessorSettings(
                List.of(), AUTO, "dc-pdd", 0.01, 64, 8192, 1024, 0.05, Set.of("en"), List.of(), "", 1);
    }

    /** The same with other detectors. */
    public AssessorSettings withDetectors(List<String> names) {
        return with(names, decidingDetector, targetFpr, window, calibrations, fit);
    }

    /** The same with other calibrations. */
    public AssessorSettings withCalibrations(List<String> idsOrFiles) {
        return with(detectors, decidingDetector, targetFpr, window, idsOrFiles, fit);
    }

    /** The same at another target rate. */
    public AssessorSettings withTargetFpr(double alpha) {
        return with(detectors, decidingDetector, alpha, window, calibrations, fit);
    }

    /** The same with another window. */
    public AssessorSettings withWindow(int tokens) {
        return with(detectors, decidingDetector, targetFpr, tokens, calibrations, fit);
    }

    boolean hasFit() {
        return !fit.isEmpty() && !fit.equals(NO_FIT);
    }

    /** The same with the fit that was found, and with a detector's name in the place of {@value #AUTO}. */
    public AssessorSettings knowing(Optional<Fit> found) {
        String best = found.isPresent() ? AssayOne.NAME : BitsPerByte.NAME;
        return with(
                detectors,
                decidingDetector.equals(AUTO) ? best : decidingDetector,
                targetFpr,
                window,
                calibrations,
                found.map(Fit::id).orElse(NO_FIT));
    }

    private AssessorSettings with(
            List<String> names, String deciding, double alpha, int tokens, List<String> idsOrFiles, String learned) {
        return new AssessorSettings(
                names,
                deciding,
                membershipDetector,
                alpha,
                minTokens,
                maxTokens,
                tokens,
                maxAlteredShare,
                languages,
                idsOrFiles,
                learned,
                threads);
    }

    /** What touches scores and decisions, as {@code assay score} spells its flags, in a fixed order. */
    public Map<String, String> asMap() {
        Map<String, String> map = new LinkedHashMap<>();
        map.put("detectors", String.join(",", detectors));
        map.put("deciding-detector", decidingDetector);
        map.put("membership-detector", membershipDetector);
        map.put("target-fpr", Double.toString(targetFpr));
        map.put("min-tokens", Integer.toString(minTokens));
        map.put("max-tokens", Integer.toString(maxTokens));
        map.put("window", Integer.toString(window));
        map.put("max-altered-share", Double.toString(maxAlteredShare));
        map.put("languages", String.join(",", new TreeSet<>(languages)));
        map.put("calibrations", String.join(",", calibrations));
        map.put("fit", fit);
        return map;
    }

    /** SHA-256 over {@link #asMap()} and {@link #scoring()}, hex. */
    public String hash() {
        return Sha256.of(asMap() + "\n" + scoring());
    }

    /** What touches scores themselves, in a fixed order: a calibration must agree with it. */
    public Map<String, String> scoring() {
        Map<String, String> map = new TreeMap<>();
        map.put("normalizer", Integer.toString(TextNormalizer.VERSION));
        map.put("window", Integer.toString(window));
        if (hasFit()) {
            map.put("fit", fit);
        }
        return map;
    }

    DecisionRules rules() {
        return new DecisionRules(
                decidingDetector, membershipDetector, targetFpr, minTokens, maxTokens, maxAlteredShare, languages);
    }

    private static void require(boolean holds, String setting, Object value, String range) {
        if (!holds) {
            throw new IllegalArgumentException("setting " + setting + " is " + value + ": set it to " + range);
        }
    }
}
