package dev.assay.detectors.decide;

import dev.assay.detectors.calibrate.CalibrationLadder;
import dev.assay.detectors.calibrate.PValue;
import dev.assay.detectors.detect.Question;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Answers both questions about a text. One detector decides each (the smallest of several p-values would inflate the rate): FLAGGED
 * or FAMILIAR where p ≤ α. The p-value and the percentile are given wherever they exist, also when the answer abstains.
 */
public final class Decider {
    private final DecisionRules rules;
    private final CalibrationLadder ladder;

    /** A decider under these rules. */
    public Decider(DecisionRules rules, CalibrationLadder ladder) {
        this.rules = rules;
        this.ladder = ladder;
    }

    /** One answer per question, unmodifiable. */
    public Map<Question, Answer> answers(Evidence evidence) {
        Map<Question, Answer> answers = new EnumMap<>(Question.class);
        answers.put(Question.MACHINE, answer(evidence, Question.MACHINE));
        answers.put(Question.MEMBERSHIP, answer(evidence, Question.MEMBERSHIP));
        return Collections.unmodifiableMap(answers);
    }

    private Answer answer(Evidence evidence, Question question) {
        boolean membership = question == Question.MEMBERSHIP;
        String detector = membership ? rules.membershipDetector() : rules.decidingDetector();
        OptionalDouble score = evidence.score(detector);
        Optional<PValue> p = score.isPresent()
                ? ladder.pValue(detector, evidence.domain(), evidence.tokens(), score.getAsDouble(), rules.targetFpr())
                : Optional.empty();
        Reason reason = reason(evidence, score, p);
        boolean decided = reason == Reason.NONE;
        return new Answer(
                decided ? decision(p.orElseThrow(), membership) : Decision.ABSTAINED,
                membership ? Tier.SIGNAL : null,
                reason,
                p.map(PValue::value).orElse(null),
                membership ? p.map(value -> 100 * value.lower()).orElse(null) : null,
                rules.targetFpr(),
                decided ? Band.of(p.orElseThrow().value(), rules.targetFpr()) : null,
                detector,
                p.map(value -> String.join(",", value.calibrations())).orElse(null),
                p.map(PValue::rung).orElse(null));
    }

    private Reason reason(Evidence evidence, OptionalDouble score, Optional<PValue> p) {
        Reason reason = Abstention.of(evidence, rules);
        if (reason != Reason.NONE) {
            return reason;
        }
        if (score.isEmpty()) {
            return Reason.UNDEFINED;
        }
        return p.isEmpty() ? Reason.NO_CALIBRATION : Reason.NONE;
    }

    private Decision decision(PValue p, boolean membership) {
        if (p.value() <= rules.targetFpr()) {
            return membership ? Decision.FAMILIAR : Decision.FLAGGED;
        }
        return membership ? Decision.UNREMARKABLE : Decision.CLEARED;
    }
}
