package dev.assay.detectors.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A model as Assay runs it: a directory of graphs, tokenizer and calibrations.
 *
 * @param directory where it lies
 * @param manifest what its {@code bundle.json} says
 */
public record Bundle(Path directory, BundleManifest manifest) {
    /** The manifest's file name. */
    public static final String MANIFEST = "bundle.json";
    /**
     * Graph from {@code input_ids} int64 [1, m] to {@code hidden} float [m + 1, H]; row i predicts token i. Where the manifest names
     * pooled layers it also takes {@link #POOLING} and gives {@link #pooled} of each.
     */
    public static final String BODY = "body.onnx";
    /** Input of the body: float [g, m], weights by which the states of m tokens are summed to g rows. */
    public static final String POOLING = "pooling";
    /** Graph from {@code hidden} float [c, H] and {@code targets} int64 [c] to the numbers of each scored token. */
    public static final String HEAD = "head.onnx";
    /** The tokenizer in the Hugging Face format, without special tokens. */
    public static final String TOKENIZER = "tokenizer.json";
    /** Calibrations made for this bundle; outside its identity and its integrity hashes. */
    public static final String CALIBRATIONS = "calibrations";

    private static final List<String> REQUIRED = List.of(BODY, HEAD, TOKENIZER);
    private static final int LARGEST_MANIFEST = 1 << 20; // bytes
    private static final String REMEDY = "; import or pull the model again (assay models pull)";

    /**
     * Opens a bundle and checks that every file is the one the import wrote.
     *
     * @throws BundleException in one line that names the file and the remedy, when one is missing, truncated or altered
     */
    public static Bundle open(Path directory) {
        BundleManifest manifest = read(directory.resolve(MANIFEST));
        checkIdentity(directory, manifest);
        for (String required : REQUIRED) {
            if (!manifest.files().containsKey(required)) {
                throw new BundleException(directory.resolve(MANIFEST) + " lists no " + required + REMEDY);
            }
        }
        manifest.files().forEach((name, hash) -> checkFile(directory.resolve(name), hash));
        return new Bundle(directory, manifest);
    }

    /**
     * Output of the body: float [g, H], {@link #POOLING} times the residual stream behind a layer, counted from 0, in the coordinates of
     * the model's makers whatever the precision.
     */
    public static String pooled(int layer) {
        return "pooled." + layer;
    }

    /** The bundle's identity, the same on every machine. */
    public String id() {
        return manifest.id();
    }

    /** Path of {@code body.onnx}. */
    public Path body() {
        return directory.resolve(BODY);
    }

    /** Path of {@code head.onnx}. */
    public Path head() {
        return directory.resolve(HEAD);
    }

    /** Path of {@code tokenizer.json}. */
    public Path tokenizer() {
        return directory.resolve(TOKENIZER);
    }

    /** Path of the folder of calibrations, which need not exist. */
    public Path calibrations() {
        return directory.resolve(CALIBRATIONS);
    }

    static BundleManifest read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new BundleException(file + " is missing, so this is no model bundle" + REMEDY);
        }
        try {
            if (Files.size(file) > LARGEST_MANIFEST) {
                throw new BundleException(file + " is too large for a bundle's manifest" + REMEDY);
            }
            return manifestJson().readValue(file.toFile(), BundleManifest.class).complete();
        } catch (JsonProcessingException | NullPointerException | IllegalArgumentException e) {
            throw new BundleException(file + " is not a bundle's manifest" + REMEDY, e);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    static void write(Path directory, BundleManifest manifest) throws IOException {
        String json = manifestJson().writerWithDefaultPrettyPrinter().writeValueAsString(manifest);
        Files.writeString(directory.resolve(MANIFEST), json + "\n");
    }

    private static ObjectMapper manifestJson() {
        return new ObjectMapper();
    }

    private static void checkIdentity(Path directory, BundleManifest m) {
        String identity = BundleManifest.identity(
                m.sourceSha256(), m.importerVersion(), m.precision(), m.startToken(), m.tokenizerHash());
        String tokenizer = m.files().get(TOKENIZER);
        if (!identity.equals(m.id()) || tokenizer == null || !tokenizer.equals(m.tokenizerHash())) {
            throw new BundleException(directory.resolve(MANIFEST) + " was altered: its id does not match" + REMEDY);
        }
    }

    private static void checkFile(Path file, String expected) {
        if (!Files.isRegularFile(file)) {
            throw new BundleException(file + " is missing" + REMEDY);
        }
        try {
            if (!Sha256.of(file).equals(expected)) {
                throw new BundleException(file + " is truncated or was altered" + REMEDY);
            }
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static BundleException unreadable(Path file, IOException e) {
        return new BundleException(file + " cannot be read (" + e.getMessage() + ")", e);
    }
}
