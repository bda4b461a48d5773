package dev.assay.streams.metrics;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.detectors.detect.Question;
import dev.assay.schemas.Answer;
import dev.assay.schemas.ScoreValue;
import dev.assay.schemas.TextSummary;
import dev.assay.schemas.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * What is counted of one verdict, some 300 bytes of JSON between the two halves of the topology.
 *
 * @param latency from the event's time to the verdict, ms, not negative
 * @param model id of the bundle
 * @param language ISO 639-1 code, or {@link #UNKNOWN}
 * @param domain as the event gave it, or {@link #UNKNOWN}, or {@link #OTHER} where it is no label
 * @param bytes of the original text in UTF-8
 * @param tokens of the normalized text
 * @param scoredTokens those that have a score
 * @param judgements one for each question that the verdict answers
 */
record Measurement(
        long latency,
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

        private static Judgement of(Question question, Answer answer, Verdict verdict) {
            ScoreValue score = verdict.getScores().get(answer.getDetector());
            Double p = finite(answer.getPValue());
            return new Judgement(
                    question.name(),
                    answer.getDecision().name(),
                    answer.getReason().name(),
                    answer.getDetector(),
                    score == null ? null : finite(score.getValue()),
                    p,
                    p != null && answer.getRung() != null && !answer.getRung().startsWith(LARGEST));
        }

        private static Double finite(Double number) {
            return number == null || !Double.isFinite(number) ? null : number;
        }
    }

    static Measurement of(Verdict verdict) {
        TextSummary text = verdict.getText();
        return new Measurement(
                Math.max(
                        0,
                        verdict.getDecidedAt().toEpochMilli()
                                - verdict.getCreatedAt().toEpochMilli()),
                label(verdict.getProvenance().getBundleId()),
                label(text.getLanguage()),
                label(text.getDomain()),
                text.getBytes(),
                text.getTokens(),
                text.getScoredTokens(),
                judgements(verdict));
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

    static Measurement read(byte[] bytes) {
        try {
            return JSON.readValue(bytes, Measurement.class);
        } catch (IOException foreign) {
            throw new UncheckedIOException("what a measurement was written as is not one", foreign);
        }
    }
}
