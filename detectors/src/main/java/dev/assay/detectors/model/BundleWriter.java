package dev.assay.detectors.model;

import dev.assay.detectors.model.graph.GraphFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Writes a bundle beside its place and moves it there when it is whole. */
final class BundleWriter {
    private final ModelSource source;
    private final ImportOptions options;
    private final Precision precision;
    private final Consumer<String> progress;

    BundleWriter(ModelSource source, ImportOptions options, Consumer<String> progress) {
        this(source, options, Precision.named(options.precision()), progress);
    }

    BundleWriter(ModelSource source, ImportOptions options, Precision precision, Consumer<String> progress) {
        this.source = source;
        this.options = options;
        this.precision = precision;
        this.progress = progress;
    }

    /**
     * Writes the bundle, or opens the one that is there already.
     *
     * @throws BundleException when there is something else, or no room
     */
    Bundle write(Path target) {
        Path place = target.toAbsolutePath();
        if (Files.exists(place)) {
            return same(place);
        }
        try {
            // Not a "temporary" directory: those are closed to other users, and this one becomes the bundle.
            Path folder = Files.createDirectories(place.resolveSibling(".import-" + UUID.randomUUID()));
            try {
                BundleManifest manifest = fill(folder);
                return moved(folder, new Bundle(place, manifest));
            } finally {
                delete(folder);
            }
        } catch (IOException e) {
            throw new BundleException(
                    "cannot write the bundle " + place + " (" + e.getMessage() + "); check space and permissions", e);
        }
    }

    /** The files were hashed as they lie on the disk, so they are not read once more. */
    private Bundle moved(Path folder, Bundle bundle) throws IOException {
        Path place = bundle.directory();
        try {
            Files.move(folder, place, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            if (Files.exists(place)) { // another process imported the same model and was faster
                return same(place);
            }
            throw e;
        }
        return bundle;
    }

    private Bundle same(Path place) {
        Bundle bundle;
        try {
            bundle = Bundle.open(place);
        } catch (BundleException e) {
            throw new BundleException(place + " is no whole bundle; remove it, then import again", e);
        }
        if (!bundle.id().equals(id())) {
            throw new BundleException(place + " holds another bundle; remove it or import to another directory");
        }
        return bundle;
    }

    private BundleManifest fill(Path folder) throws IOException {
        PreparedModel model = PreparedModel.of(source, precision, folder, progress);
        progress.accept("writing " + Bundle.BODY);
        List<String> names = new ArrayList<>(GraphFile.write(
                LlamaBody.after(model.start(), model.weights(), model.layers()), folder.resolve(Bundle.BODY)));
        progress.accept("writing " + Bundle.HEAD);
        names.addAll(GraphFile.write(HeadGraph.of(model.weights(), model.head()), folder.resolve(Bundle.HEAD)));
        Files.writeString(folder.resolve(Bundle.TOKENIZER), source.tokenizerJson());
        names.add(Bundle.TOKENIZER);
        progress.accept("checking");
        Map<String, String> hashes = new TreeMap<>();
        for (String name : names) {
            hashes.put(name, Sha256.of(folder.resolve(name)));
        }
        BundleManifest manifest = manifest(hashes);
        Bundle.write(folder, manifest);
        return manifest;
    }

    private BundleManifest manifest(Map<String, String> hashes) {
        LlamaShape shape = source.weights().shape();
        return new BundleManifest(
                id(),
                options.name(),
                source.architecture(),
                source.file(),
                source.sha256(),
                precision.importerVersion(),
                precision.name(),
                source.startToken(),
                tokenizerHash(),
                shape.vocabulary(),
                shape.hidden(),
                shape.context(),
                shape.pooledLayers(),
                options.license(),
                options.origin(),
                hashes);
    }

    private String id() {
        return BundleManifest.identity(
                source.sha256(), precision.importerVersion(), precision.name(), source.startToken(), tokenizerHash());
    }

    private String tokenizerHash() {
        return Sha256.of(source.tokenizerJson());
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return; // moved
        }
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
