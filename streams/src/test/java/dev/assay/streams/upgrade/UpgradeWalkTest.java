package dev.assay.streams.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.detectors.model.BundleManifest;
import dev.assay.schemas.Verdict;
import dev.assay.schemas.registry.RegistrySettings;
import dev.assay.schemas.registry.SchemaRegistry;
import dev.assay.schemas.registry.SchemaText;
import dev.assay.streams.Tale;
import dev.assay.streams.broker.LocalBroker;
import dev.assay.streams.cli.Terminals;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The contract of docs/upgrades.md on a real broker: each change with events pending, beside a run in which nothing is changed. */
@DisabledOnOs(OS.WINDOWS)
class UpgradeWalkTest {
    private static final Path ROOT = Path.of(System.getProperty("assay.root"));
    /** The former form, which the release reads too. */
    private static final Path MODEL = ROOT.resolve("detectors/src/test/resources/models/stories260K-0.1.0");

    private static final String RELEASED = "0.1.0";
    private static final int AT_ONCE = 2; // most of a walk is waiting

    @TempDir
    static Path folder;

    private static LocalBroker broker;
    private static Map<String, Map<String, Long>> calm;
    private static ExecutorService pool;

    @BeforeAll
    static void walkCalmly() throws Exception {
        broker = LocalBroker.start();
        pool = Executors.newFixedThreadPool(AT_ONCE);
        try (Walk walk = new Walk("calm", broker, folder, MODEL)) {
            walk.send(Step.BEFORE + 3 * Step.AFTER);
            walk.start("a", Release.CURRENT, false);
            walk.hold(Map.of());
            calm = walk.scores();
        }
    }

    @AfterAll
    static void stop() {
        pool.shutdownNow();
        broker.close();
    }

    @TestFactory
    Stream<DynamicTest> holds() {
        List<Step> steps = new ArrayList<>(
                List.of(limitsUp(), limitsDown(), inputFormat(), outputFormat(), prefix(), model(), detectors()));
        steps.addAll(List.of(
                calibration(), threads(), partitionsDrained(), partitionsPending(), stateLost(), killed(), protocol()));
        List<DynamicTest> tests =
                new ArrayList<>(steps.stream().map(UpgradeWalkTest::test).toList());
        Release.released(RELEASED)
                .ifPresentOrElse(
                        old -> released(old).map(UpgradeWalkTest::test).forEach(tests::add),
                        () -> tests.add(DynamicTest.dynamicTest(
                                RELEASED + " and back",
                                () -> Assumptions.abort(RELEASED + " is not built: .ci/released"))));
        return tests.stream();
    }

    /** All begin at once, as far as there is room; each test waits for its own. */
    private static DynamicTest test(Step step) {
        Future<?> walked = pool.submit(() -> {
            try (Walk walk = new Walk(step.name(), broker, folder, MODEL)) {
                step.change().walk(walk);
                walk.hold(calm);
            }
            return null;
        });
        return DynamicTest.dynamicTest(step.name(), walked::get);
    }

    private static Step limitsUp() {
        return Step.stopAndStart("limits-up", walk -> {
            walk.set("event.max.bytes", "4194304");
            assertThat(walk.topics("grow"))
                    .contains("limits-up.text-events: max.message.bytes 4259840, 1114112 before");
            walk.send(1, 2 << 20);
        });
    }

    private static Step limitsDown() {
        return new Step("limits-down", walk -> {
            Runner first = walk.start("a", Release.CURRENT, true);
            walk.send(Step.BEFORE / 2);
            walk.awaitPending(first);
            walk.send(3, 100_000);
            walk.mayBury(); // those three, as the new limit says; the others are small
            walk.send(Step.BEFORE / 2);
            walk.awaitPending(first);
            first.close();
            walk.set("event.max.bytes", "65536");
            walk.start("a", Release.CURRENT, false);
        });
    }

    private static Step inputFormat() {
        return Step.stopAndStart("input-format", walk -> {
            walk.mayBury(); // JSON is no Avro
            walk.set("input.format", "avro")
                    .set("schema.registry.url", "mock://walk")
                    .set("output.format", "json");
            Runner avro = walk.start("a", Release.CURRENT, false);
            walk.awaitAnswers();
            avro.close();
            walk.set("input.format", "json");
        });
    }

    private static Step outputFormat() {
        return Step.rolling("output-format", walk -> {
            Map<String, String> registry = Map.of(RegistrySettings.URL, "mock://walk-verdicts");
            try (SchemaRegistry mock = SchemaRegistry.open(RegistrySettings.from(registry))) {
                // The first id of a registry inside a process is the same in each process.
                mock.register(
                        walk.topics().verdicts().name() + "-value", SchemaText.portable(Verdict.getClassSchema()));
            }
            walk.readWith(registry);
            walk.set("output.format", "avro")
                    .set("schema.registry.url", "mock://walk")
                    .set("schema.registry.auto.register", "true");
        });
    }

    private static Step prefix() {
        return Step.stopAndStart("prefix", walk -> {
            walk.set("topic.prefix", "calm.");
            assertThat(walk.launch("other", Release.CURRENT, false).awaitRefusal())
                    .contains("group prefix-detection reads prefix.text-events, not calm.text-events");
            walk.set("topic.prefix", "prefix.");
        });
    }

    private static Step model() {
        return new Step("model", walk -> {
            Step.stopAndStart(
                            "model",
                            between -> between.set("model", otherModel().toString()))
                    .change()
                    .walk(walk);
            walk.awaitAnswers();
            assertThat(walk.bundles()).hasSize(2);
        });
    }

    /** The same graphs as of another source: another bundle. */
    private static Path otherModel() throws IOException {
        Path other = Files.createDirectories(folder.resolve("other-model"));
        for (String file : List.of("body.onnx", "head.onnx", "tokenizer.json")) {
            Files.copy(MODEL.resolve(file), other.resolve(file));
        }
        String manifest = Files.readString(MODEL.resolve("bundle.json"));
        String source = "b0a507e7ad0f626624f17112325e66691f9076d622e1d3274d103d00299f2696";
        String otherSource = "0".repeat(source.length());
        String tokenizer = "c687e203239d37f7a9ed40ae7a8aa25d93d46e1a8d794ffdbcf039b872810027";
        String id = BundleManifest.identity(source, 1, "fp32", 1, tokenizer);
        assertThat(manifest).contains(source, tokenizer, id);
        Files.writeString(
                other.resolve("bundle.json"),
                manifest.replace(id, BundleManifest.identity(otherSource, 1, "fp32", 1, tokenizer))
                        .replace(source, otherSource));
        return other;
    }

    private static Step detectors() {
        return Step.rolling("detectors", walk -> walk.set("detectors", "bits-per-byte,log-likelihood,dc-pdd"));
    }

    private static Step calibration() {
        return Step.rolling("calibration", walk -> {
            List<String> args = new ArrayList<>(List.of("calibrate", "--domain", "stories", "--source", "made here"));
            Path made = folder.resolve("few.json");
            args.addAll(List.of("--half", "all", "--model", MODEL.toString(), "--output", made.toString()));
            for (int i = 0; i < 3; i++) {
                args.add(Files.writeString(folder.resolve(i + ".txt"), Tale.of(i))
                        .toString());
            }
            Terminals.Ended ended = Terminals.runWithModels(Map.of(), args.toArray(String[]::new));
            assertThat(ended.code()).as(ended.err()).isZero();
            walk.set("calibrations", made.toString()).set("target.fpr", "0.3");
        });
    }

    private static Step threads() {
        return Step.rolling("threads", walk -> walk.set("stream.threads", "3"));
    }

    private static Step partitionsDrained() {
        return new Step("partitions-drained", walk -> {
            Runner first = walk.start("a", Release.CURRENT, true);
            walk.send(Step.BEFORE);
            walk.awaitPending(first);
            first.hurry();
            walk.awaitAnswers();
            walk.topics("grow", "--partitions", "4");
            walk.send(Step.AFTER);
        });
    }

    private static Step partitionsPending() {
        return new Step("partitions-pending", walk -> {
            Runner first = walk.start("a", Release.CURRENT, true);
            walk.send(Step.BEFORE);
            walk.awaitPending(first);
            assertThat(walk.topics("grow", "--partitions", "4"))
                    .contains("pending-changelog: 4 partitions", "text-events: 4 partitions");
            walk.seam();
            walk.send(Step.AFTER);
            first.hurry();
        });
    }

    private static Step stateLost() {
        return new Step("state-lost", walk -> {
            Runner first = walk.start("a", Release.CURRENT, true);
            walk.send(Step.BEFORE);
            walk.awaitPending(first);
            first.close();
            first.loseState();
            walk.start("a", Release.CURRENT, false);
        });
    }

    private static Step killed() {
        return new Step("killed", walk -> {
            Runner first = walk.start("a", Release.CURRENT, true);
            walk.send(Step.BEFORE);
            walk.awaitPending(first);
            first.kill();
            walk.set("stream.threads", "2").set("max.tokens", "512");
            walk.start("a", Release.CURRENT, false);
        });
    }

    /** There and back, each time with events pending; under {@code streams} the topology is kept as it is. */
    private static Step protocol() {
        return new Step("protocol", walk -> {
            walk.set("metrics.topic", "true");
            for (String next : List.of("streams", "classic")) {
                Runner running = walk.start("a", Release.CURRENT, true);
                walk.send(Step.BEFORE);
                walk.awaitPending(running);
                walk.set("group.protocol", next);
                assertThat(walk.launch("b", Release.CURRENT, false).awaitRefusal())
                        .contains("stop them all first", "group.protocol=" + next);
                running.close();
            }
            walk.start("a", Release.CURRENT, false);
        });
    }

    private static Stream<Step> released(Release old) {
        return Stream.of(
                Step.rolling("up-from-" + RELEASED, old, Release.CURRENT),
                Step.rolling("back-to-" + RELEASED, Release.CURRENT, old),
                new Step("from-" + RELEASED + "-as-shipped", walk -> {
                    walk.set("group.protocol", "auto").set("metrics.topic", "true"); // its default, which was streams
                    Runner first = walk.start("a", old, true);
                    walk.send(Step.BEFORE);
                    walk.awaitPending(first);
                    walk.set("group.protocol", "classic");
                    assertThat(walk.launch("b", Release.CURRENT, false).awaitRefusal())
                            .contains("speaks the protocol streams", "stop them all first");
                    first.close();
                    walk.send(Step.AFTER);
                    walk.start("a", Release.CURRENT, false);
                }));
    }
}
