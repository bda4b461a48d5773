package dev.assay.detectors.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One cache, which machines of several kinds may share, and what the default model is on each. */
class DefaultPrecisionTest {
    private static final Cpu VNNI = new Cpu("Xeon", "amd64 avx2 avx512f avx512_vnni");
    private static final Cpu AVX2 = new Cpu("EPYC", "amd64 avx avx2 fma f16c");

    private static final int DEFAULT_START_TOKEN = 0;
    private static final String DEFAULT_TOKENIZER = "f06da284c3895d097f30ddeb99d94e3660ec85ebfc6624543d5726b1550ff87c";

    @TempDir
    Path cache;

    private PinnedModel model;
    private final List<String> said = new ArrayList<>();

    @BeforeEach
    void haveTheFile() throws IOException {
        Path sources = Files.createDirectories(cache.resolve("sources"));
        Path file = StoriesGguf.builder(
                        StoriesModel.read(StoriesBundleTest.SOURCES).weights())
                .write(sources.resolve("stories.gguf"));
        model = new PinnedModel(
                "stories", "stories.gguf", Sha256.of(file), Files.size(file), "who/what", "llm-stories", "1.0", "MIT");
    }

    /** A machine on which int8 takes as long as fp32, unless it has VNNI. */
    private ModelStore on(Cpu cpu) {
        return new ModelStore(
                cache,
                model,
                List.of(),
                new FastestPrecision(cpu, () -> 1, new PrecisionChoices(cache.resolve("precisions.json"))));
    }

    private Bundle pull(Cpu cpu) {
        return on(cpu).pullDefault(listener());
    }

    private PullProgress listener() {
        return new PullProgress() {
            @Override
            public void says(String line) {
                said.add(line);
            }

            @Override
            public void downloaded(long bytes, long of) {
                throw new AssertionError("the file is here");
            }
        };
    }

    private static String precision(ModelStore store) {
        return store.findDefault().orElseThrow().manifest().precision();
    }

    @Test
    void aPullKeepsTheFastestAndSaysWhy() {
        assertThat(pull(VNNI).manifest()).extracting("name", "precision").containsExactly("stories", "int8");
        assertThat(said).contains("precision int8: this CPU has avx512_vnni");
        assertThat(pull(AVX2).manifest()).extracting("name", "precision").containsExactly("stories-fp32", "fp32");
        assertThat(said).anyMatch(line -> line.startsWith("precision fp32: products in int8 take 1.00"));
    }

    @Test
    void eachKindOfCpuFindsItsOwnInASharedCache() {
        pull(VNNI);
        assertThat(precision(on(AVX2))).as("what is there").isEqualTo("int8");
        assertThat(on(AVX2).choice()).isEmpty();
        pull(AVX2);
        assertThat(precision(on(AVX2))).isEqualTo("fp32");
        assertThat(precision(on(VNNI))).isEqualTo("int8");
        assertThat(on(VNNI).choice().orElseThrow().why()).contains("avx512_vnni");
        assertThat(on(AVX2).find("stories").manifest().precision())
                .as("a name means the same everywhere")
                .isEqualTo("int8");
        assertThat(on(VNNI).find("stories-fp32").manifest().precision()).isEqualTo("fp32");
    }

    @Test
    void whatSomebodyAskedForIsTheDefaultUntilTheNextPull() {
        pull(VNNI);
        assertThat(on(VNNI).pullDefault("fp32", listener()).manifest().precision())
                .isEqualTo("fp32");
        assertThat(said).contains("precision fp32: as asked for with --precision");
        assertThat(precision(on(VNNI))).isEqualTo("fp32");
        assertThat(on(VNNI).fastest().precision()).isEqualTo("int8");
        pull(VNNI);
        assertThat(precision(on(VNNI))).isEqualTo("int8");
    }

    @Test
    void aPrecisionThatIsNoneIsNamed() {
        assertThatThrownBy(() -> on(VNNI).pullDefault("int9", listener()))
                .hasMessageContainingAll("int9", "fp32, int8");
        assertThat(on(VNNI).list()).isEmpty();
    }

    @Test
    void aPullThatFailsChangesNothing() throws IOException {
        pull(VNNI);
        Files.delete(cache.resolve("sources").resolve("stories.gguf"));
        assertThatThrownBy(() -> on(VNNI).pullDefault("fp32", PullProgress.SILENT))
                .isInstanceOf(BundleException.class);
        assertThat(cache.resolve("precisions.json")).doesNotExist();
    }

    /** Under the id that a pull gives, so that they are found whichever it chooses. */
    @Test
    void calibrationsShipForEachPrecision() throws IOException {
        for (Precision precision : List.of(Precision.FP32, Precision.INT8)) {
            String id = BundleManifest.identity(
                    PinnedModel.DEFAULT.sha256(),
                    precision.importerVersion(),
                    precision.name(),
                    DEFAULT_START_TOKEN,
                    DEFAULT_TOKENIZER);
            try (InputStream news =
                    Bundle.class.getResourceAsStream("/dev/assay/detectors/calibrations/" + id + "/news.json")) {
                assertThat(news).as("calibration of %s", id).isNotNull();
                assertThat(new ObjectMapper()
                                .readTree(news)
                                .at("/certificate/precision")
                                .asText())
                        .isEqualTo(precision.name());
            }
        }
    }

    @Test
    void whatAnEarlierVersionImportedIsImportedAgainInEachPrecision() throws IOException {
        List<String> before = List.of(aged(pull(VNNI)), aged(pull(AVX2)));
        assertThat(on(VNNI).findDefault()).isEmpty();
        Bundle again = on(VNNI).findOrPullDefault(listener());
        assertThat(again.manifest().precision()).isEqualTo("int8");
        assertThat(said).anyMatch(line -> line.contains("an earlier version imported the default model"));
        assertThat(precision(on(AVX2))).isEqualTo("fp32");
        assertThat(on(VNNI).find("stories")).as("the latest goes by the name").isEqualTo(again);
        assertThat(before)
                .as("the former ones are still here")
                .allSatisfy(id -> assertThat(on(VNNI).find(id).id()).isEqualTo(id));
    }

    @Test
    void whatWasAskedForIsImportedAgain() throws IOException {
        aged(on(VNNI).pullDefault("fp32", listener()));
        assertThat(on(VNNI).findOrPullDefault(listener()).manifest().precision())
                .isEqualTo("fp32");
    }

    @Test
    void withoutAnyTheFastestIsPulled() {
        assertThat(on(AVX2).findOrPullDefault(listener()).manifest().precision())
                .isEqualTo("fp32");
    }

    @Test
    void anotherPrecisionOfAnEarlierVersionWillDoWhereTheFileIsNotHere() throws IOException {
        String former = aged(pull(AVX2));
        Bundle int8 = pull(VNNI);
        Bundle again = on(VNNI).inPrecision(int8, "fp32", PullProgress.SILENT);
        assertThat(again.id()).isNotEqualTo(former);
        aged(again);
        Files.delete(cache.resolve("sources").resolve("stories.gguf"));
        assertThat(on(VNNI).inPrecision(int8, "fp32", PullProgress.SILENT).id()).isEqualTo(former);
    }

    /** Makes a bundle what the importer before would have left; its id. */
    private static String aged(Bundle bundle) throws IOException {
        BundleManifest m = bundle.manifest();
        int version = m.importerVersion() - 1;
        String id =
                BundleManifest.identity(m.sourceSha256(), version, m.precision(), m.startToken(), m.tokenizerHash());
        Path manifest = bundle.directory().resolve(Bundle.MANIFEST);
        Files.writeString(
                manifest,
                Files.readString(manifest)
                        .replace(m.id(), id)
                        .replace("\"importerVersion\" : " + m.importerVersion(), "\"importerVersion\" : " + version));
        Path place = bundle.directory().resolveSibling(id);
        if (Files.exists(place)) {
            Files.move(bundle.directory(), bundle.directory().resolveSibling("." + m.id()));
        } else {
            Files.move(bundle.directory(), place);
        }
        return id;
    }

    @Test
    void anotherPrecisionHasTheNameThatAPullGives() {
        Bundle fp32 = pull(AVX2);
        Bundle int8 = on(AVX2).inPrecision(fp32, "int8", PullProgress.SILENT);
        assertThat(int8.manifest().name()).isEqualTo("stories");
        assertThat(precision(on(AVX2))).isEqualTo("fp32");
    }
}
