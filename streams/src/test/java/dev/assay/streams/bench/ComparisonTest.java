package dev.assay.streams.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.detectors.model.Bundle;
import dev.assay.detectors.normalize.TextNormalizer;
import dev.assay.streams.judge.ScoringSettings;
import dev.assay.streams.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands beside Assay, with a shell script in place of Python. */
class ComparisonTest {
    private static final Bundle STORIES =
            Bundle.open(Path.of(System.getProperty("assay.root"), "detectors/src/test/resources/models/stories260K"));
    private static final String SCORES = "{\"log-likelihood\":-3.0,\"fast-detect-gpt\":1.0}";

    @TempDir
    Path folder;

    private final List<String> said = new ArrayList<>();

    @Test
    void comparesWithTheFirstPythonThatHasTheLibraries() throws Exception {
        Findings findings = bench(List.of("no-such-python", python("other", 1, 9), python("right", 0, tokens())))
                .run(EnumSet.of(Bench.Part.REFERENCE, Bench.Part.LLAMACPP));
        assertThat(findings.value(Figure.REFERENCE_RATIO)).isPositive();
        assertThat(findings.value(Figure.REFERENCE_SAMPLED_RATIO)).isPositive();
        assertThat(findings.value(Figure.LLAMACPP_RATIO)).isPositive();
        assertThat(findings.tables()).extracting(Table::note).allMatch(note -> note.contains("stub 1.0"));
    }

    @Test
    void refusesAReferenceThatSeesOtherTokens() throws Exception {
        Bench bench = bench(List.of(python("python", 0, tokens() + 1)));
        assertThatThrownBy(() -> bench.run(Set.of(Bench.Part.REFERENCE)))
                .isInstanceOf(BenchException.class)
                .hasMessageContaining("its tokenizer is another one");
    }

    @Test
    void saysWhyTheScriptEnded() throws Exception {
        Bench bench = bench(List.of(script("python", "[ \"$1\" = -c ] || { echo no space >&2; exit 3; }")));
        assertThatThrownBy(() -> bench.run(Set.of(Bench.Part.LLAMACPP)))
                .isInstanceOf(BenchException.class)
                .hasMessageContaining("no space");
    }

    private Bench bench(List<String> pythons) {
        Bench.Choice choice = new Bench.Choice(List.of(), List.of(), pythons);
        return new Bench(Settings.defaults(), Scale.quick(), choice, new Stories(), said::add);
    }

    /** Tokens of the texts that are compared. */
    private static long tokens() throws InterruptedException {
        List<String> texts = LengthSpread.of(Scale.quick().comparedTexts()).stream()
                .map(text -> TextNormalizer.normalize(text).text())
                .toList();
        try (BenchModel model = BenchModel.open(STORIES, ScoringSettings.fitted(Settings.defaults(), STORIES))) {
            return ScoringLoop.run(model, texts, 1).tokens();
        }
    }

    private String python(String name, int hasLibraries, long tokens) throws IOException {
        String answer = "{\"tokens\":" + tokens + ",\"seconds\":2.0,\"scores\":["
                + String.join(",", Collections.nCopies(Scale.quick().comparedTexts(), SCORES)) + "]}";
        return script(
                name,
                "[ \"$1\" = -c ] && exit " + hasLibraries,
                "echo '{\"ready\":\"stub 1.0\"}'",
                "while read -r line; do echo '" + answer + "'; done");
    }

    private String script(String name, String... lines) throws IOException {
        Path file = folder.resolve(name);
        Files.writeString(file, "#!/bin/sh\n" + String.join("\n", lines) + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
        return file.toString();
    }

    /** A store of one model, with something in place of the file it came from. */
    private final class Stories implements Bench.Models {
        @Override
        public Bundle chosen(Settings settings, Consumer<String> progress) {
            return STORIES;
        }

        @Override
        public List<Bundle> all() {
            return List.of(STORIES);
        }

        @Override
        public Bundle inPrecision(Bundle bundle, String precision, Consumer<String> progress) {
            throw new AssertionError("it is in " + precision + " already");
        }

        @Override
        public Optional<Path> source(Bundle bundle) {
            return Optional.of(folder.resolve("model.gguf"));
        }
    }
}
