package dev.assay.streams.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.detectors.model.Cpu;
import dev.assay.streams.bench.Bench;
import dev.assay.streams.bench.Figure;
import dev.assay.streams.cli.Terminals.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchCommandTest {
    private static final String STORIES = Path.of(
                    System.getProperty("assay.root"), "detectors/src/test/resources/models/stories260K")
            .toString();

    @TempDir
    Path folder;

    @Test
    void measuresTheEngine() throws IOException {
        Path json = folder.resolve("bench.json");
        Ended ended = quick("--only", "engine", "--layouts", "2x1,1x1", "--json", json.toString());
        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(ended.out())
                .contains("assay bench on ")
                .containsPattern("fp32 +2x1 +")
                .containsPattern("fp32 +1x1 +");
        JsonNode figures = new ObjectMapper().readTree(Files.readString(json));
        assertThat(names(figures))
                .containsAll(keys(Bench.Part.ENGINE))
                .contains("engine.tokens_per_second.fp32.2x1", "engine.tokens_per_second.fp32.1x1");
        assertThat(figures.get("engine.texts_per_second").asDouble()).isPositive();
    }

    @Test
    void measuresAnInstanceAsAUserStartsIt() throws IOException {
        Ended ended = quick("--only", "memory", "--output", "json");
        assertThat(ended.code()).as(ended.err()).isZero();
        JsonNode figures = new ObjectMapper().readTree(ended.out());
        assertThat(figures.get("start.first_verdict_seconds").asDouble()).isPositive();
        assertThat(figures.get("memory.peak_rss_mb").asDouble())
                .isGreaterThan(figures.get("memory.heap_mb").asDouble());
    }

    @Test
    void measuresHowItGrows() throws IOException {
        Ended ended = quick("--only", "growth", "--output", "json");
        assertThat(ended.code()).as(ended.err()).isZero();
        JsonNode figures = new ObjectMapper().readTree(ended.out());
        assertThat(names(figures)).contains("growth.instances.1", "growth.instances.2");
        assertThat(figures)
                .hasSizeGreaterThan(4)
                .allSatisfy(figure -> assertThat(figure.asDouble()).isPositive());
    }

    @Test
    void namesWhatCannotBeMeasuredHere() throws IOException {
        Ended ended = quick("--only", "reference,llamacpp,import", "--python", "no-such-python", "--output", "json");
        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(ended.err())
                .contains("reference: skipped, since no Python here has torch")
                .contains("llamacpp: skipped, since no Python here has llama_cpp")
                .contains("import: skipped, since the file");
        assertThat(new ObjectMapper().readTree(ended.out())).isNotEmpty().allMatch(JsonNode::isNull);
    }

    @Test
    void saysOnWhichCpuTheFiguresHold() {
        Ended ended = quick("--only", "reference", "--python", "no-such-python");
        assertThat(ended.out().lines().findFirst().orElseThrow())
                .contains(Cpu.detect().name(), Cpu.detect().features());
    }

    @Test
    void namesThePrecisionThatIsNotHere() {
        assertThat(quick("--only", "pipeline", "--precisions", "int3").err()).contains("int3");
    }

    @Test
    void measuresTheStreamOnABrokerOfItsOwn() throws IOException {
        Ended ended = quick("--only", "pipeline,ceiling", "--output", "json");
        assertThat(ended.code()).as(ended.err()).isZero();
        JsonNode figures = new ObjectMapper().readTree(ended.out());
        Set<String> wanted = keys(Bench.Part.PIPELINE);
        wanted.addAll(keys(Bench.Part.CEILING));
        assertThat(names(figures)).isEqualTo(wanted);
        assertThat(figures.get("pipeline.cpu_ms_outside_model").asDouble()).isPositive();
        assertThat(figures.get("ceiling.records_per_second").asDouble()).isPositive();
    }

    @Test
    void everyFigureBelongsToOnePart() {
        List<Figure> figures = Arrays.stream(Bench.Part.values())
                .flatMap(part -> part.figures().stream())
                .toList();
        assertThat(figures).doesNotHaveDuplicates().containsExactlyInAnyOrder(Figure.values());
        assertThat(EnumSet.allOf(Figure.class)).extracting(Figure::key).doesNotHaveDuplicates();
    }

    @Test
    void namesWhatWillNotDo() {
        assertThat(quick("--layouts", "2by1").err())
                .contains("2by1")
                .contains("such as 2x1")
                .hasLineCount(1);
        assertThat(quick("--pairs", "0").code()).isEqualTo(2);
        assertThat(Terminals.run("bench", "--only", "engines").code()).isEqualTo(2);
    }

    private static Ended quick(String... more) {
        List<String> command = new ArrayList<>(List.of("bench", "--quick", "--model", STORIES));
        command.addAll(List.of(more));
        return Terminals.run(command.toArray(String[]::new));
    }

    private static Set<String> names(JsonNode figures) {
        Set<String> names = new TreeSet<>();
        figures.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static Set<String> keys(Bench.Part part) {
        return new TreeSet<>(part.figures().stream().map(Figure::key).toList());
    }
}
