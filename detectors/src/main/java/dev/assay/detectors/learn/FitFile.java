package dev.assay.detectors.learn;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.detectors.model.Bundle;
import dev.assay.detectors.model.BundleException;
import dev.assay.detectors.model.Sha256;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A fit as a file: a line that names the format, the certificate as JSON, then the numbers, big-endian. */
public final class FitFile {
    /** Name of a bundle's own file, which goes before the one that ships. */
    public static final String NAME = "fit.bin";

    private static final String FORMAT = "assay-fit 1";
    private static final String SHIPPED = "assay-1.bin";
    private static final String NONE = "none";
    private static final int SHORTEST_ID = 8;
    private static final int MOST_BYTES = 1 << 26;
    private static final int MOST_NUMBERS = 1 << 22;
    private static final ObjectMapper JSON = new ObjectMapper();

    private FitFile() {}

    /** Read once, when it is first asked for. */
    private static final class Shipped {
        static final Optional<Fit> FIT = load();

        private static Optional<Fit> load() {
            try (InputStream in = FitFile.class.getResourceAsStream(SHIPPED)) {
                return in == null ? Optional.empty() : Optional.of(parse(in.readAllBytes(), SHIPPED));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /**
     * The fit for a bundle that the settings name.
     *
     * @param wanted a file, or at least {@value #SHORTEST_ID} digits of the id of the one that is found; empty: the one beside the bundle,
     *     else the one that ships for it; {@code none}: none
     * @throws BundleException when it is not there, cannot be read, or is for another bundle
     */
    public static Optional<Fit> find(Bundle bundle, String wanted) {
        if (wanted.equals(NONE)) {
            return Optional.empty();
        }
        if (wanted.isEmpty()) {
            return find(bundle);
        }
        Path file = Path.of(wanted);
        if (Files.isRegularFile(file)) {
            return Optional.of(read(file, bundle));
        }
        Optional<Fit> found = find(bundle)
                .filter(fit -> wanted.length() >= SHORTEST_ID && fit.id().startsWith(wanted));
        if (found.isEmpty()) {
            throw new BundleException("fit " + wanted + " is neither a file nor the one for model "
                    + bundle.manifest().name() + ": name a file, or make one (assay train)");
        }
        return found;
    }

    private static Optional<Fit> find(Bundle bundle) {
        Path own = bundle.directory().resolve(NAME);
        if (Files.exists(own)) {
            return Optional.of(read(own, bundle));
        }
        return shipped().filter(fit -> fit.certificate().bundles().contains(bundle.id()));
    }

    /** The fit that ships, {@code assay-1}; it is for the bundles that its certificate names. */
    public static Optional<Fit> shipped() {
        return Shipped.FIT;
    }

    private static Fit read(Path file, Bundle bundle) {
        Fit fit = read(file);
        if (!fit.certificate().bundles().contains(bundle.id())) {
            throw new BundleException("fit " + file + " is for other models than "
                    + bundle.manifest().name() + " (" + bundle.manifest().precision()
                    + "): make one for it (assay train)");
        }
        return fit;
    }

    private static Fit read(Path file) {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new BundleException("fit " + file + " has more than " + MOST_BYTES + " bytes: make it again");
            }
            return parse(Files.readAllBytes(file), file.toString());
        } catch (IOException e) {
            throw new BundleException("fit " + file + " cannot be read (" + e.getMessage() + ")", e);
        }
    }

    /** Writes a fit. */
    public static void write(Fit fit, Path file) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.write((FORMAT + "\n").getBytes(StandardCharsets.US_ASCII));
        byte[] certificate = json(fit.certificate());
        out.writeInt(certificate.length);
        out.write(certificate);
        out.writeInt(fit.fold());
        byte[] numbers = numbers(fit.probe(), fit.lexical(), fit.standards());
        out.writeInt(numbers.length);
        out.write(numbers);
        out.writeInt(fit.documents().length);
        for (long document : fit.documents()) {
            out.writeLong(document);
        }
        Files.write(file, bytes.toByteArray());
    }

    static String id(FitCertificate certificate) {
        return Sha256.of(json(certificate));
    }

    /** SHA-256 over a fit's numbers, hex. */
    public static String hash(ProbeModel probe, Optional<LexicalModel> lexical, Map<String, Standard> standards) {
        try {
            return Sha256.of(numbers(probe, lexical, standards));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] json(FitCertificate certificate) {
        try {
            return JSON.writeValueAsBytes(certificate);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a certificate of plain values cannot be written as JSON", e);
        }
    }

    private static byte[] numbers(ProbeModel probe, Optional<LexicalModel> lexical, Map<String, Standard> standards)
            throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(probe.weights().length);
        for (float weight : probe.weights()) {
            out.writeFloat(weight);
        }
        out.writeInt(standards.size());
        for (Map.Entry<String, Standard> standard : new TreeMap<>(standards).entrySet()) {
            out.writeUTF(standard.getKey());
            out.writeDouble(standard.getValue().median());
            out.writeDouble(standard.getValue().deviation());
        }
        out.writeBoolean(lexical.isPresent());
        if (lexical.isPresent()) {
            lexical.get().write(out);
        }
        return bytes.toByteArray();
    }

    private static Fit parse(byte[] bytes, String name) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            byte[] format = in.readNBytes(FORMAT.length() + 1);
            check(new String(format, StandardCharsets.US_ASCII).equals(FORMAT + "\n"), "another format");
            FitCertificate certificate = JSON.readValue(section(in), FitCertificate.class);
            int fold = in.readInt();
            byte[] numbers = section(in);
            boolean whole = fold == Fit.WHOLE;
            check(
                    !whole || Sha256.of(numbers).equals(certificate.numbers()),
                    "other numbers than its certificate says");
            long[] documents = new long[count(in)];
            for (int i = 0; i < documents.length; i++) {
                documents[i] = in.readLong();
            }
            check(in.read() < 0, "bytes too many");
            return fit(certificate, fold, numbers, documents);
        } catch (IOException | IllegalArgumentException | NullPointerException e) {
            throw new BundleException(
                    "fit " + name + " is not in the format of a fit, or was altered: make it again (assay train)", e);
        }
    }

    private static Fit fit(FitCertificate certificate, int fold, byte[] numbers, long[] documents) throws IOException {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(numbers))) {
            float[] weights = new float[count(in)];
            for (int i = 0; i < weights.length; i++) {
                weights[i] = in.readFloat();
            }
            Map<String, Standard> standards = standards(in);
            Optional<LexicalModel> lexical = in.readBoolean() ? Optional.of(LexicalModel.read(in)) : Optional.empty();
            return new Fit(
                    certificate, fold, new ProbeModel(certificate.layers(), weights), lexical, standards, documents);
        }
    }

    private static byte[] section(DataInputStream in) throws IOException {
        int length = in.readInt();
        byte[] section = in.readNBytes(Math.max(0, length));
        check(section.length == length, "a section that is cut short");
        return section;
    }

    private static void check(boolean holds, String otherwise) throws IOException {
        if (!holds) {
            throw new IOException(otherwise);
        }
    }

    private static Map<String, Standard> standards(DataInputStream in) throws IOException {
        Map<String, Standard> standards = new TreeMap<>();
        for (int left = count(in); left > 0; left--) {
            standards.put(in.readUTF(), new Standard(in.readDouble(), in.readDouble()));
        }
        return standards;
    }

    private static int count(DataInputStream in) throws IOException {
        int count = in.readInt();
        check(count >= 0 && count <= MOST_NUMBERS, "a count of " + count);
        return count;
    }
}
