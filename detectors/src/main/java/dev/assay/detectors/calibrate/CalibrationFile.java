package dev.assay.detectors.calibrate;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.detectors.calibrate.Calibration.ReferenceText;
import dev.assay.detectors.model.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;

/** A calibration as JSON: id, birth certificate, and one line per reference text. */
public final class CalibrationFile {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String REMEDY = ": make it again (assay calibrate)";
    private static final long MOST_BYTES = 1L << 28; // a hundred thousand texts take a tenth of it

    private CalibrationFile() {}

    /** A calibration with the id that its content has. */
    static Calibration identified(Certificate certificate, List<String> detectors, List<ReferenceText> texts) {
        Calibration calibration = new Calibration("", certificate, detectors, texts);
        return new Calibration(Sha256.of(json(calibration)), certificate, detectors, texts);
    }

    /** Writes the calibration. */
    public static void write(Calibration calibration, Path file) throws IOException {
        Files.writeString(file, json(calibration));
    }

    /**
     * Reads a calibration.
     *
     * @throws CalibrationException when the file is no calibration or was altered
     */
    public static Calibration read(Path file) {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new CalibrationException(
                        "calibration " + file + " has more than " + MOST_BYTES + " bytes" + REMEDY);
            }
            return parse(Files.readAllBytes(file), file.toString());
        } catch (IOException e) {
            throw new CalibrationException("calibration " + file + " cannot be read (" + e.getMessage() + ")", e);
        }
    }

    /**
     * Reads a calibration from the bytes of its file.
     *
     * @param name what messages call it
     * @throws CalibrationException when the bytes are no calibration or were altered
     */
    public static Calibration parse(byte[] json, String name) {
        Calibration calibration;
        try {
            calibration = requireWhole(JSON.readValue(json, Content.class).calibration());
        } catch (IOException | RuntimeException e) {
            throw new CalibrationException(
                    "calibration " + name + " is not in the format of a calibration" + REMEDY, e);
        }
        Calibration expected = identified(calibration.certificate(), calibration.detectors(), calibration.texts());
        if (!expected.id().equals(calibration.id())) {
            throw new CalibrationException("calibration " + name + " was altered: its id does not match" + REMEDY);
        }
        return calibration;
    }

    /** Nothing is missing; a row has a score for each detector, and each is a number. */
    private static Calibration requireWhole(Calibration calibration) {
        calibration.certificate().requireWhole();
        int columns = calibration.detectors().size();
        for (ReferenceText text : calibration.texts()) {
            boolean numbers = text.scores().stream().allMatch(s -> s.isEmpty() || Double.isFinite(s.getAsDouble()));
            Objects.requireNonNull(text.document(), "a row's document");
            if (text.scores().size() != columns || text.scoredTokens() < 0 || !numbers) {
                throw new IllegalArgumentException("a row is not one of scores");
            }
        }
        return calibration;
    }

    /** One line per text, so that changes can be read. */
    private static String json(Calibration calibration) {
        try {
            String whole = JSON.writerWithDefaultPrettyPrinter().writeValueAsString(Content.head(calibration));
            StringBuilder json = new StringBuilder(whole.substring(0, whole.lastIndexOf('[') + 1));
            String separator = "\n    ";
            for (ReferenceText text : calibration.texts()) {
                json.append(separator).append(JSON.writeValueAsString(Row.of(text)));
                separator = ",\n    ";
            }
            return json.append("\n  ]\n}\n").toString().replace("\r\n", "\n");
        } catch (IOException e) {
            throw new IllegalStateException("a calibration of plain values cannot be written as JSON", e);
        }
    }

    /** The file's shape. */
    @JsonPropertyOrder({"id", "certificate", "detectors", "texts"})
    private record Content(
            @JsonProperty("id") String id,
            @JsonProperty("certificate") Certificate certificate,
            @JsonProperty("detectors") List<String> detectors,
            @JsonProperty("texts") List<Row> texts) {
        static Content head(Calibration calibration) {
            return new Content(calibration.id(), calibration.certificate(), calibration.detectors(), List.of());
        }

        Calibration calibration() {
            return new Calibration(
                    id, certificate, detectors, texts.stream().map(Row::text).toList());
        }
    }

    /** One text; null where a detector is undefined. */
    @JsonPropertyOrder({"document", "scored_tokens", "scores"})
    @SuppressWarnings("ArrayRecordComponent") // lists of nulls have no immutable form
    private record Row(
            @JsonProperty("document") String document,
            @JsonProperty("scored_tokens") int scoredTokens,
            @JsonProperty("scores") Double[] scores) {
        static Row of(ReferenceText text) {
            Double[] scores = text.scores().stream()
                    .map(score -> score.isPresent() ? (Double) score.getAsDouble() : null)
                    .toArray(Double[]::new);
            return new Row(text.document(), text.scoredTokens(), scores);
        }

        ReferenceText text() {
            return new ReferenceText(
                    document,
                    scoredTokens,
                    Arrays.stream(scores)
                            .map(score -> score == null ? OptionalDouble.empty() : OptionalDouble.of(score))
                            .toList());
        }
    }
}
