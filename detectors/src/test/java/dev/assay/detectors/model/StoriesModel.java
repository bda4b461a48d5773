package dev.assay.detectors.model;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Reads the 1 MB test model in the format of llama2.c: {@code stories260K.bin} is seven 32-bit sizes and then all weights in fp32,
 * kind by kind, layer by layer; {@code tok512.bin} is the longest piece's length, then score, length and bytes of each piece.
 */
final class StoriesModel {
    private static final int BOS = 1;
    private static final int FIRST_BYTE = 3; // after <unk>, <s> and </s>

    private StoriesModel() {}

    static ModelSource read(Path folder) throws IOException {
        Path file = folder.resolve("stories260K.bin");
        return new ModelSource(
                "llama",
                "stories260K.bin",
                Sha256.of(file),
                weights(Files.readAllBytes(file)),
                tokenizer(Files.readAllBytes(folder.resolve("tok512.bin"))),
                BOS);
    }

    private static LlamaWeights weights(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int hidden = in.getInt();
        int feedForward = in.getInt();
        int layers = in.getInt();
        int heads = in.getInt();
        int keyValueHeads = in.getInt();
        int vocabulary = in.getInt(); // positive: output weights are the embedding
        int context = in.getInt();
        LlamaShape shape = new LlamaShape(
                layers, hidden, heads, keyValueHeads, hidden / heads, feedForward, vocabulary, context, 10_000f, 1e-5f);
        return new HeldWeights(shape, HeldWeights.inFileOrder(shape, in));
    }

    private static String tokenizer(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        in.getInt(); // longest piece
        List<String> pieces = new ArrayList<>();
        List<Float> scores = new ArrayList<>();
        while (in.hasRemaining()) {
            scores.add(in.getFloat());
            byte[] piece = new byte[in.getInt()];
            in.get(piece);
            pieces.add(new String(piece, StandardCharsets.UTF_8).replace(' ', '\u2581'));
        }
        List<Integer> kinds = new ArrayList<>(Collections.nCopies(pieces.size(), Vocabulary.NORMAL));
        Collections.fill(kinds.subList(0, FIRST_BYTE), Vocabulary.CONTROL);
        kinds.set(0, Vocabulary.UNKNOWN);
        Collections.fill(kinds.subList(FIRST_BYTE, FIRST_BYTE + 256), Vocabulary.BYTE);
        return SentencePiece.json(new Vocabulary(pieces, kinds), scores, true);
    }
}
