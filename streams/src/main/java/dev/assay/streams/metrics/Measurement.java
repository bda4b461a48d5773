package dev.assay.streams.metrics;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.detectors.detect.Question;
import dev.assay.schemas.Answer;
import dev.assay.schemas.ScoreValue;
import dev.assay.schemas.TextSummary;
import dev.assay.schemas.Verdict;
import dev.assay.streams.event.VerdictLatency;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What is counted of one verdict, some 300 bytes of JSON between the two halves of the topology.
 *
 * @param latency from the event's time to the verdict, ms; null where the two do not tell, see {@link VerdictLatency}
 * @param model id of the bundle
 * @param language ISO 639-1 code, or {@link #UNKNOWN}
 * @param domain as the event gave it, or {@link #UNKNOWN}, or {@link #OTHER} where it is no label
 * @param bytes of the original text in UTF-8
 * @param tokens of the normalized text
 * @param scoredTokens those that have a score
 * @param judgements one for each question that the verdict answers
 */
record Measurement(
        Long latency,
        String model,
        String language,
        String domain,
        long bytes,
        long tokens,
        long scoredTokens,
        List<Judgement> judgements) {
    static final String UNKNOWN = "unknown";
    static final String OTHER = "other";

    private static final int LONGEST_LABEL = 100; // characters; a longer one was not meant to tell domains apart
    private static final double FARTHEST =
            1e100; // no score is; sums and sketches of such numbers leave the range of a double
    private static final ObjectMapper JSON =
            new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    /**
     * The answer to one question.
     *
     * @param detector the one that decided; null where none did
     * @param score its score; null where undefined
     * @param pValue conformal p-value; null where there is none
     * @param uniform whether that p-value is uniform on texts that are exchangeable with the calibration's
     */
    record Judgement(
            String question,
            String decision,
            String reason,
            String detector,
            Double score,
            Double pValue,
            boolean uniform) {
        // The ladder's word for the largest p-value over the domains, for a text of unknown domain.
        private static final String LARGEST = "largest:";

        private boolean isWhole() {
            return question != null && decision != null && reason != null && (pValue != null || !uniform);
        }

        private static Judgement of(Question question, Answer answer, Verdict verdict) {
            ScoreValue score = verdict.getScores().get(answer.getDetector());
            Double p = usual(answer.getPValue());
            p = p == null || p < 0 || p > 1 ? null : p;
            return new Judgement(
                    question.name(),
                    answer.getDecision().name(),
                    answer.getReason().name(),
                    answer.getDetector() == null ? null : label(answer.getDetector()),
                    score == null ? null : usual(score.getValue()),
                    p,
                    p != null && answer.getRung() != null && !answer.getRung().startsWith(LARGEST));
        }

        private static Double usual(Double number) {
            return number == null || !(Math.abs(number) <= FARTHEST) ? null : number;
        }
    }

    static Measurement of(Verdict verdict) {
        TextSummary text = verdict.getText();
        OptionalLong latency = VerdictLatency.millis(verdict.getCreatedAt(), verdict.getDecidedAt());
        return new Measurement(
                latency.isPresent() ? latency.getAsLong() : null,
                label(verdict.getProvenance().getBundleId()),
                label(text.getLanguage()),
                label(text.getDomain()),
                length(text.getBytes()),
                length(text.getTokens()),
                length(text.getScoredTokens()),
                judgements(verdict));
    }

    /** As a text may have it, so that sums of them stay within a long number. */
    private static long length(long given) {
        return Math.max(0, Math.min(Integer.MAX_VALUE, given));
    }

    private static List<Judgement> judgements(Verdict verdict) {
        return Arrays.stream(Question.values())
                .map(question -> {
                    Answer answer = verdict.getQuestions().get(question.name());
                    return answer == null ? null : Judgement.of(question, answer, verdict);
                })
                .filter(Objects::nonNull)
                .toList();
    }

    private static String label(String given) {
        if (given == null || given.isBlank()) {
            return UNKNOWN;
        }
        return given.length() <= LONGEST_LABEL ? given : OTHER;
    }

    byte[] write() {
        try {
            return JSON.writeValueAsBytes(this);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Nothing where another version of the program wrote what this one cannot read; its verdict is still on its topic. */
    static Optional<Measurement> read(byte[] bytes) {
        try {
            return Optional.ofNullable(JSON.readValue(bytes, Measurement.class)).filter(Measurement::isWhole);
        } catch (IOException foreign) {
            return Optional.empty();
        }
    }

    private boolean isWhole() {
        return model != null
                && language != null
                && domain != null
                && judgements != null
                && judgements.stream().allMatch(Judgement::isWhole);
    }
}
