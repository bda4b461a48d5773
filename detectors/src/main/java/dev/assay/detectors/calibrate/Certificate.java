package dev.assay.detectors.calibrate;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.assay.detectors.model.BundleManifest;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A calibration's birth certificate: under what its reference scores hold.
 *
 * @param bundle id of the model bundle that scored
 * @param precision precision of that bundle's products
 * @param tokenizerHash SHA-256 of its tokenizer, hex
 * @param scoring settings that touch scores, by name
 * @param domain kind of text, such as {@code news}
 * @param source where the texts come from
 * @param license licence of the texts
 * @param half which half of the documents was scored
 * @param nullHypothesis what the texts are taken to be
 * @param date day it was made, ISO 8601
 */
@JsonPropertyOrder({
    "bundle",
    "precision",
    "tokenizer_hash",
    "scoring",
    "domain",
    "source",
    "license",
    "half",
    "null_hypothesis",
    "date"
})
public record Certificate(
        @JsonProperty("bundle") String bundle,
        @JsonProperty("precision") String precision,
        @JsonProperty("tokenizer_hash") String tokenizerHash,
        @JsonProperty("scoring") Map<String, String> scoring,
        @JsonProperty("domain") String domain,
        @JsonProperty("source") String source,
        @JsonProperty("license") String license,
        @JsonProperty("half") String half,
        @JsonProperty("null_hypothesis") String nullHypothesis,
        @JsonProperty("date") String date) {
    /** What calibrations of shipped texts assume; printed beside every membership percentile. */
    public static final String HUMAN_TAKEN_AS_NON_MEMBER =
            "human; for membership the same texts are taken as non-members, which nobody has checked";

    /** Keeps the settings in order of name. */
    public Certificate {
        scoring = Map.copyOf(scoring);
    }

    /** Throws where something is missing, as in a file by hand. */
    void requireWhole() {
        Stream.of(bundle, precision, tokenizerHash, domain, source, license, half, nullHypothesis, date)
                .forEach(Objects::requireNonNull);
    }

    /** Settings in order of name, so that the file and its id are the same every time. */
    @Override
    @JsonProperty("scoring")
    public Map<String, String> scoring() {
        return new TreeMap<>(scoring);
    }

    /**
     * Stops the start where scores of this calibration cannot be compared with the model's.
     *
     * @param id the calibration's id, for the message
     * @throws CalibrationException naming what differs
     */
    public void requireMatch(String id, BundleManifest model, Map<String, String> settings) {
        mismatch(model, settings).ifPresent(what -> {
            throw new CalibrationException("calibration " + id + " was made with " + what
                    + ": make one for this model (assay calibrate) or leave it out (--calibration none)");
        });
    }

    /** What differs from the model or the settings, such as "precision int8, not fp32"; empty where scores can be compared. */
    public Optional<String> mismatch(BundleManifest model, Map<String, String> settings) {
        return differs("bundle", bundle, model.id())
                .or(() -> differs("precision", precision, model.precision()))
                .or(() -> differs("tokenizer", tokenizerHash, model.tokenizerHash()))
                .or(() -> settings.entrySet().stream()
                        .flatMap(each -> differs(each.getKey(), scoring.get(each.getKey()), each.getValue()).stream())
                        .findFirst());
    }

    private static Optional<String> differs(String what, String made, String used) {
        return used.equals(made) ? Optional.empty() : Optional.of(what + " " + made + ", not " + used);
    }
}
