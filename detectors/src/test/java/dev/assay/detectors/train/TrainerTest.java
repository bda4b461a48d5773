package dev.assay.detectors.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.detectors.corpus.Label;
import dev.assay.detectors.learn.Fit;
import dev.assay.detectors.learn.FitCertificate;
import dev.assay.detectors.learn.FitFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainerTest {
    private static final List<TrainingRow> ROWS = Rows.seeded(240);
    private static final Trainer.Trained TRAINED = train(ROWS);

    @TempDir
    Path folder;

    private final List<String> said = new ArrayList<>();

    @Test
    void aFoldHasSeenNoDocumentOfItsOwnAndAllOthers() {
        for (TrainingRow row : ROWS) {
            int fold = Trainer.fold(row.origin().document());
            for (int other = 0; other < Trainer.FOLDS; other++) {
                assertThat(TRAINED.folds().get(other).hasSeen(row.origin().document()))
                        .isEqualTo(other != fold);
            }
            assertThat(TRAINED.fit().hasSeen(row.origin().document())).isTrue();
        }
    }

    @Test
    void everyRowIsScoredOnceByAFitThatHasNotSeenIt() {
        assertThat(TRAINED.crossFitted())
                .hasSize(ROWS.size())
                .extracting(Scored::row)
                .containsExactlyInAnyOrderElementsOf(ROWS);
    }

    @Test
    void machineTextsScoreHigher() {
        var standards = TRAINED.fit().standards();
        double people = mean(Label.HUMAN, standards);
        assertThat(people).isBetween(-1.0, 1.0);
        assertThat(mean(Label.MACHINE, standards)).isGreaterThan(people + 2);
    }

    @Test
    void theSameRowsGiveTheSameBytes() throws IOException {
        Path first = folder.resolve("first");
        Path second = folder.resolve("second");
        FitFile.write(TRAINED.fit(), first);
        FitFile.write(train(ROWS).fit(), second);
        assertThat(second).hasSameBinaryContentAs(first);
        assertThat(Files.size(first)).isPositive();
    }

    @Test
    void foldsAreOfTheSameFit() {
        assertThat(TRAINED.folds())
                .extracting(Fit::id)
                .containsOnly(TRAINED.fit().id());
        assertThat(TRAINED.folds()).extracting(Fit::fold).containsExactly(0, 1, 2, 3, 4);
        assertThat(train(ROWS.subList(4, ROWS.size())).fit().id())
                .isNotEqualTo(TRAINED.fit().id());
    }

    @Test
    void theCertificateCountsRowsByCollectionAndLabel() {
        assertThat(TRAINED.fit().certificate().rows())
                .containsExactly(
                        new FitCertificate.Rows("even", "human", 240, 120),
                        new FitCertificate.Rows("even", "machine", 240, 120),
                        new FitCertificate.Rows("odd", "human", 240, 120),
                        new FitCertificate.Rows("odd", "machine", 240, 120));
    }

    @Test
    void theReportLeavesOutDomainGeneratorAndAttackAtOnce() {
        TrainingReport report = trainer().report(ROWS, List.of(), TRAINED);
        // both domains have enough texts, and the only generator is left out with them: nothing remains to fit to
        assertThat(report.unseen()).isEmpty();
        assertThat(report.sources()).extracting(TrainingReport.Alarms::source).containsExactly("even", "odd");
        assertThat(report.sources()).allSatisfy(alarms -> {
            assertThat(alarms.pooled().of()).isEqualTo(120);
            assertThat(alarms.pooled().value()).isLessThan(0.2);
        });
        assertThat(said).contains("without people of even");
    }

    @Test
    void oneLabelAloneIsRefused() {
        List<TrainingRow> people = ROWS.stream().filter(row -> !row.isMachine()).toList();
        assertThatThrownBy(() -> train(people)).hasMessage("no text is labelled machine: give texts of both kinds");
    }

    private static double mean(Label label, java.util.Map<String, dev.assay.detectors.learn.Standard> standards) {
        return TRAINED.crossFitted().stream()
                .filter(scored -> scored.row().origin().label() == label)
                .mapToDouble(scored -> scored.joined(standards))
                .average()
                .orElseThrow();
    }

    private Trainer trainer() {
        return new Trainer(settings(), draft(), said::add);
    }

    private static Trainer.Trained train(List<TrainingRow> rows) {
        return new Trainer(settings(), draft(), line -> {}).train(rows, List.of());
    }

    private static TrainingSettings settings() {
        return new TrainingSettings(1, 1, 0, 128, 0.5);
    }

    private static FitCertificate draft() {
        return new FitCertificate(
                "test", "0", "b", List.of("b"), List.of(0), 0.5, 128, 0, 1, 1, List.of("swap"), "", List.of());
    }
}
