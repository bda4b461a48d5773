package dev.assay.streams.emit;

import dev.assay.detectors.Assessment;
import dev.assay.detectors.AssessorSettings;
import dev.assay.detectors.detect.Question;
import dev.assay.detectors.normalize.Alterations;
import dev.assay.schemas.AlterationCounts;
import dev.assay.schemas.Answer;
import dev.assay.schemas.Band;
import dev.assay.schemas.Decision;
import dev.assay.schemas.Direction;
import dev.assay.schemas.Provenance;
import dev.assay.schemas.Reason;
import dev.assay.schemas.ScoreValue;
import dev.assay.schemas.Span;
import dev.assay.schemas.TextEvent;
import dev.assay.schemas.TextSummary;
import dev.assay.schemas.Tier;
import dev.assay.schemas.Verdict;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Says an assessment in the words of {@code Verdict.avsc}; the stream and {@code assay score} share it. */
public final class VerdictMapper {
    private final Provenance basis;
    private volatile Under latest = new Under(null, null);

    /** Of settings, that of a verdict; calibrations change seldom, so that the latest is mostly the one wanted. */
    private record Under(AssessorSettings settings, Provenance provenance) {}

    /** @param basis what every verdict rests on: model and program; its settings are those of the assessment */
    public VerdictMapper(Provenance basis) {
        this.basis = basis;
    }

    /** The verdict on an event whose defaults are filled in. */
    public Verdict verdict(TextEvent event, Assessment assessment, Instant decidedAt) {
        return Verdict.newBuilder()
                .setEventId(event.getId())
                .setSource(event.getSource())
                .setCreatedAt(event.getCreatedAt())
                .setDecidedAt(decidedAt)
                .setText(summary(assessment))
                .setQuestions(answers(assessment))
                .setScores(scores(assessment))
                .setSpans(assessment.spans().stream().map(VerdictMapper::span).toList())
                .setProvenance(provenance(assessment.settings()))
                .setShadow(false)
                .build();
    }

    private Provenance provenance(AssessorSettings settings) {
        Under under = latest;
        if (!settings.equals(under.settings())) {
            under = new Under(settings, VerdictProvenance.under(basis, settings));
            latest = under;
        }
        return under.provenance();
    }

    private static TextSummary summary(Assessment assessment) {
        return new TextSummary(
                assessment.sha256(),
                assessment.bytes(),
                assessment.characters(),
                assessment.tokens(),
                assessment.scoredTokens(),
                assessment.language(),
                assessment.domain(),
                counts(assessment.alterations()));
    }

    private static AlterationCounts counts(Alterations alterations) {
        return new AlterationCounts(
                alterations.compatibility(),
                alterations.lookAlikes(),
                alterations.invisible(),
                alterations.whiteSpace());
    }

    private static Map<String, Answer> answers(Assessment assessment) {
        Map<String, Answer> answers = new LinkedHashMap<>();
        assessment.answers().forEach((question, answer) -> answers.put(question.name(), answer(answer)));
        return answers;
    }

    private static Answer answer(dev.assay.detectors.decide.Answer answer) {
        return new Answer(
                Decision.valueOf(answer.decision().name()),
                same(Tier.class, answer.tier()),
                Reason.valueOf(answer.reason().name()),
                answer.pValue(),
                answer.percentile(),
                answer.targetFpr(),
                same(Band.class, answer.band()),
                answer.detector(),
                answer.calibration(),
                answer.rung());
    }

    /** The constant of the same name, or null for null. */
    private static <E extends Enum<E>> E same(Class<E> type, Enum<?> constant) {
        return Optional.ofNullable(constant)
                .map(known -> Enum.valueOf(type, known.name()))
                .orElse(null);
    }

    private static Map<String, ScoreValue> scores(Assessment assessment) {
        Map<String, ScoreValue> scores = new LinkedHashMap<>();
        assessment.scores().forEach((name, score) -> {
            Double value = score.value().isPresent() ? score.value().getAsDouble() : null;
            scores.put(name, new ScoreValue(value, direction(score.question())));
        });
        return scores;
    }

    private static Direction direction(Question question) {
        return switch (question) {
            case MACHINE -> Direction.HIGHER_MEANS_MACHINE;
            case MEMBERSHIP -> Direction.HIGHER_MEANS_FAMILIAR;
        };
    }

    private static Span span(dev.assay.detectors.decide.Span span) {
        return new Span(
                span.startByte(),
                span.endByte(),
                span.startCharacter(),
                span.endCharacter(),
                span.score(),
                span.pValue());
    }
}
