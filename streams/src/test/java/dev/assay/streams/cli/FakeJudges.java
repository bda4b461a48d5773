package dev.assay.streams.cli;

import dev.assay.detectors.Assessment;
import dev.assay.detectors.AssessorSettings;
import dev.assay.detectors.TextInput;
import dev.assay.detectors.decide.Answer;
import dev.assay.detectors.decide.Band;
import dev.assay.detectors.decide.Decision;
import dev.assay.detectors.decide.Reason;
import dev.assay.detectors.decide.Tier;
import dev.assay.detectors.detect.Question;
import dev.assay.detectors.detect.Score;
import dev.assay.detectors.normalize.Alterations;
import dev.assay.detectors.normalize.MalformedTextException;
import dev.assay.schemas.Provenance;
import dev.assay.streams.judge.Judge;
import dev.assay.streams.judge.Judges;
import dev.assay.streams.judge.ScoringSettings;
import dev.assay.streams.settings.SettingTable;
import dev.assay.streams.settings.Settings;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Consumer;

/** Judges without a model: a token is a word, and who writes "delve" is a machine. */
public final class FakeJudges implements Judges {
    @Override
    public Judge open(Settings settings, Consumer<String> progress) {
        double rate = settings.get(SettingTable.TARGET_FPR);
        int least = settings.get(SettingTable.MIN_TOKENS);
        Provenance provenance = Provenance.newBuilder().setBundleId("fake").build();
        return new Judge(
                input -> assess(input, rate, least),
                ScoringSettings.of(settings),
                provenance,
                new FixedCalibrations(),
                () -> {});
    }

    private static Assessment assess(TextInput input, double rate, int least) {
        String text = input.text();
        if (text.contains("\uD800")) {
            throw new MalformedTextException("lone surrogate at 0");
        }
        int tokens = text.isBlank() ? 0 : text.strip().split("\\s+").length;
        boolean machine = text.contains("delve");
        Map<Question, Answer> answers = new LinkedHashMap<>();
        answers.put(Question.MACHINE, tokens < least ? shortText(rate) : decided(machine, rate));
        answers.put(
                Question.MEMBERSHIP,
                new Answer(
                        Decision.UNREMARKABLE, Tier.SIGNAL, Reason.NONE, 0.5, 50.0, rate, null, "dc-pdd", "c1", "all"));
        return new Assessment(
                "00",
                text.getBytes(StandardCharsets.UTF_8).length,
                text.length(),
                tokens,
                tokens,
                input.language() == null ? "en" : input.language(),
                input.domain(),
                new Alterations(text.length(), 0, 0, 0, 0),
                answers,
                Map.of("bits-per-byte", new Score(Question.MACHINE, OptionalDouble.of(machine ? -0.5 : -1))),
                List.of(),
                AssessorSettings.defaults());
    }

    private static Answer shortText(double rate) {
        return new Answer(
                Decision.ABSTAINED, null, Reason.TOO_SHORT, null, null, rate, null, "bits-per-byte", null, null);
    }

    private static Answer decided(boolean machine, double rate) {
        return new Answer(
                machine ? Decision.FLAGGED : Decision.CLEARED,
                null,
                Reason.NONE,
                machine ? rate / 20 : 0.5,
                null,
                rate,
                machine ? Band.STRONG : Band.WEAK,
                "bits-per-byte",
                "c1",
                "all");
    }
}
