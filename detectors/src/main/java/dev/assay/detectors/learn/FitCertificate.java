package dev.assay.detectors.learn;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;

/**
 * The birth certificate of a fit.
 *
 * @param name what it is called, such as {@code assay-1}
 * @param program version of the program that made it
 * @param bundle id of the bundle whose scores it was fitted to
 * @param bundles ids of the bundles it may be used with, {@code bundle} among them
 * @param layers layers of the probe
 * @param ridge λ, what is added to the diagonal of the covariance of standardized states
 * @param tokens most tokens of a text
 * @param skip tokens left out at the front of each text
 * @param seed what all chance comes from
 * @param copies changed copies of each text
 * @param attacks what the copies were changed by
 * @param numbers SHA-256 over the numbers of the fit to all documents, hex
 * @param rows what it was fitted to
 */
@JsonPropertyOrder({
    "name", "program", "bundle", "bundles", "layers", "ridge", "tokens", "skip", "seed", "copies", "attacks", "numbers",
    "rows"
})
public record FitCertificate(
        @JsonProperty("name") String name,
        @JsonProperty("program") String program,
        @JsonProperty("bundle") String bundle,
        @JsonProperty("bundles") List<String> bundles,
        @JsonProperty("layers") List<Integer> layers,
        @JsonProperty("ridge") double ridge,
        @JsonProperty("tokens") int tokens,
        @JsonProperty("skip") int skip,
        @JsonProperty("seed") long seed,
        @JsonProperty("copies") int copies,
        @JsonProperty("attacks") List<String> attacks,
        @JsonProperty("numbers") String numbers,
        @JsonProperty("rows") List<Rows> rows) {
    /** Copies the lists. */
    public FitCertificate {
        bundles = List.copyOf(bundles);
        layers = List.copyOf(layers);
        attacks = List.copyOf(attacks);
        rows = List.copyOf(rows);
    }

    /** The same with what came of it. */
    public FitCertificate with(String hash, List<Rows> counted) {
        return new FitCertificate(
                name, program, bundle, bundles, layers, ridge, tokens, skip, seed, copies, attacks, hash, counted);
    }

    /**
     * Texts of one collection and one label.
     *
     * @param source the collection, with its licence where the file says it
     * @param label {@code human} or {@code machine}
     * @param texts how many, changed copies included
     * @param documents of how many documents
     */
    @JsonPropertyOrder({"source", "label", "texts", "documents"})
    public record Rows(
            @JsonProperty("source") String source,
            @JsonProperty("label") String label,
            @JsonProperty("texts") int texts,
            @JsonProperty("documents") int documents) {}
}
