package dev.assay.detectors.calibrate;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.assay.detectors.model.BundleManifest;
import java.util.Map;
import java.util.TreeMap;

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
    void requireMatch(String id, BundleManifest model, Map<String, String> settings) {
        require(id, "bundle", bundle, model.id());
        require(id, "precision", precision, model.precision());
        require(id, "tokenizer", tokenizerHash, model.tokenizerHash());
        settings.forEach((name, value) -> require(id, name, scoring.get(name), value));
    }

    private static void require(String id, String what, String made, String used) {
        if (!used.equals(made)) {
            throw new CalibrationException("calibration " + id + " was made with " + what + " " + made + ", not " + used
                    + ": make one for this model (assay calibrate) or leave it out (--calibration none)");
        }
    }
}
