package dev.assay.detectors.model;

import dev.assay.detectors.model.gguf.GgufFile;
import dev.assay.fuzz.FuzzBudget;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/** Any GGUF file, up to what the graph is built from. */
public final class GgufFuzz {
    private static final int MAGIC = 0x46554747; // "GGUF"

    private static Path file;

    private GgufFuzz() {}

    /** Makes the file's place. */
    public static void fuzzerInitialize() throws IOException {
        file = Files.createTempFile("fuzz", ".gguf");
        file.toFile().deleteOnExit();
    }

    /** What comes behind the magic number; behind it and the version where the first byte is even. */
    public static void fuzzerTestOneInput(byte[] input) throws IOException {
        ByteBuffer whole = ByteBuffer.allocate(input.length + 8).order(ByteOrder.LITTLE_ENDIAN);
        whole.putInt(MAGIC);
        if (input.length > 0 && input[0] % 2 == 0) {
            whole.putInt(3);
        }
        whole.put(input);
        Files.write(file, whole.array());
        FuzzBudget.spend(BundleException.class, GgufFuzz::read);
    }

    private static void read() {
        try (GgufFile gguf = GgufFile.open(file)) {
            for (String name : gguf.tensors()) {
                gguf.read(
                        name,
                        gguf.dims(name).stream().mapToLong(Long::longValue).toArray());
            }
            GgufTokenizer tokenizer = new GgufTokenizer(gguf.metadata());
            tokenizer.startToken();
            tokenizer.json();
            new LlamaGguf(gguf);
        }
    }
}
