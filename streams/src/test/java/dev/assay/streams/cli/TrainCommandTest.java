package dev.assay.streams.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.detectors.learn.FitFile;
import dev.assay.detectors.model.Bundle;
import dev.assay.streams.cli.Terminals.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The 1 MB model with a fit beside it, made once. */
class TrainCommandTest {
    private static final String[] WORDS = {
        "the", "a", "dog", "girl", "tree", "boat", "king", "cake", "bird", "hill", "saw", "liked", "found", "lost",
        "hid", "drew", "and", "but", "then", "old", "red", "small", "kind", "sad", "ran", "home", "with", "her", "his",
        "over", "under", "near", "quickly", "never", "mother", "garden", "river", "window", "stone", "apple", "little",
        "asked", "why", "laughed", "sun", "moon", "fish", "began", "to", "sing", "was", "very", "tired", "that", "day",
        "could", "not", "sleep", "because", "cold"
    };
    private static final int DOCUMENTS = 40;

    @TempDir
    static Path folder;

    private static Path model;
    private static Path texts;

    @BeforeAll
    static void trainOnce() throws IOException {
        Path original = Path.of(System.getProperty("assay.root"), "detectors/src/test/resources/models/stories260K");
        model = Files.createDirectory(folder.resolve("model"));
        try (Stream<Path> files = Files.list(original)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, model.resolve(file.getFileName()));
            }
        }
        texts = Files.write(folder.resolve("texts.jsonl"), lines());
        Path table = model.resolve("frequencies.gz");
        succeed("frequencies", "--model", model.toString(), "--output", table.toString(), texts.toString());
        train(
                model.resolve(FitFile.NAME),
                "--folds",
                folder.resolve("folds").toString(),
                "--cache",
                folder.resolve("scores.bin").toString());
    }

    @Test
    void theSameFilesGiveTheSameBytesWithACacheThatIsFull() {
        Path again = folder.resolve("again.bin");
        Ended ended = train(again, "--cache", folder.resolve("scores.bin").toString());
        assertThat(ended.out()).contains("again.bin: fit own of ");
        assertThat(again).hasSameBinaryContentAs(model.resolve(FitFile.NAME));
    }

    @Test
    void aFitBesideTheModelDecidesAndVerdictsNameIt() throws IOException {
        String id = FitFile.find(Bundle.open(model), "").orElseThrow().id();
        Ended scored = score("--output", "json");
        assertThat(scored.out()).contains("\"detector\":\"assay-1\"").contains("\"fit\":\"" + id + "\"");
        Ended without = score("--output", "json", "--fit", "none");
        assertThat(without.out()).contains("\"detector\":\"bits-per-byte\"").contains("\"fit\":\"none\"");
    }

    @Test
    void textsThatTheFitHasSeenAreNoReferencesButForTheFoldThatHasNot() {
        Ended refused = calibrate("seen.json");
        assertThat(refused.code()).isOne();
        assertThat(refused.err())
                .contains(DOCUMENTS + " of " + DOCUMENTS + " texts are of documents that the fit")
                .contains("--cross-fitted");
        Path calibration = folder.resolve("unseen.json");
        Ended made = calibrate(
                "unseen.json", "--cross-fitted", folder.resolve("folds").toString());
        assertThat(made.code()).as(made.err()).isZero();
        assertThat(made.out()).contains(DOCUMENTS + " of " + DOCUMENTS + " human texts");
        assertThat(score("--calibration", calibration.toString()).code()).isZero();

        Path other = folder.resolve("other.bin");
        train(other, "--seed", "2");
        Ended mismatch =
                Terminals.runWithModels(scoring("--fit", other.toString(), "--calibration", calibration.toString()));
        assertThat(mismatch.code()).isOne();
        assertThat(mismatch.err()).contains("was made with fit ");
    }

    @Test
    void aWrongSettingIsNamedWithItsRange() {
        Ended ended = Terminals.runWithModels(
                "train", texts.toString(), "--model", model.toString(), "--output", folder + "/x.bin", "--skip", "33");
        assertThat(ended.code()).isOne();
        assertThat(ended.err()).contains("skip is 33: set it to a multiple of 32");
    }

    private static Ended calibrate(String output, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "calibrate",
                "--model",
                model.toString(),
                "--set",
                "window=512",
                "--half",
                "all",
                "--domain",
                "tales",
                "--source",
                "made"));
        arguments.addAll(List.of("--output", folder.resolve(output).toString(), texts.toString()));
        arguments.addAll(List.of(more));
        return Terminals.runWithModels(arguments.toArray(String[]::new));
    }

    private static Ended train(Path output, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "train",
                texts.toString(),
                "--model",
                model.toString(),
                "--set",
                "window=512",
                "--output",
                output.toString()));
        arguments.addAll(List.of(more));
        return succeed(arguments.toArray(String[]::new));
    }

    private static Ended score(String... more) {
        return succeed(scoring(more));
    }

    private static String[] scoring(String... more) {
        List<String> arguments = new ArrayList<>(List.of("score", "--model", model.toString(), "--set", "window=512"));
        arguments.addAll(List.of(more));
        arguments.add(texts.toString());
        return arguments.toArray(String[]::new);
    }

    private static Ended succeed(String... arguments) {
        Ended ended = Terminals.runWithModels(arguments);
        assertThat(ended.code()).as(ended.err()).isZero();
        return ended;
    }

    private static List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < DOCUMENTS; i++) {
            for (boolean machine : new boolean[] {false, true}) {
                lines.add("{\"text\": \"" + prose(i, machine) + "\", \"label\": " + (machine ? 1 : 0)
                        + ", \"source\": \"s" + i % 3 + "\"}");
            }
        }
        return lines;
    }

    private static String prose(int seed, boolean machine) {
        Random random = new Random(seed * 2L + (machine ? 1 : 0));
        StringBuilder prose = new StringBuilder();
        for (int sentence = 0; sentence < 10; sentence++) {
            prose.append(machine ? "Moreover " : "Once ");
            for (int word = 0; word < 7; word++) {
                prose.append(WORDS[random.nextInt(WORDS.length)]).append(word < 6 ? " " : ". ");
            }
        }
        return prose.toString().strip();
    }
}
