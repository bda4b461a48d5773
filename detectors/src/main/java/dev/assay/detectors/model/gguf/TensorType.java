package dev.assay.detectors.model.gguf;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/** The ways to store weights that can be read. */
enum TensorType {
    F32(0, 1, 4, (in, out, at) -> out[at] = in.getFloat()),
    F16(1, 1, 2, (in, out, at) -> out[at] = HalfFloat.ofBinary16(in.getShort())),
    Q4_0(2, SmallBlocks.WEIGHTS, 18, SmallBlocks::q40),
    Q4_1(3, SmallBlocks.WEIGHTS, 20, SmallBlocks::q41),
    Q5_0(6, SmallBlocks.WEIGHTS, 22, SmallBlocks::q50),
    Q5_1(7, SmallBlocks.WEIGHTS, 24, SmallBlocks::q51),
    Q8_0(8, SmallBlocks.WEIGHTS, 34, SmallBlocks::q80),
    Q4_K(12, SuperBlocks.WEIGHTS, 144, SuperBlocks::q4k),
    Q6_K(14, SuperBlocks.WEIGHTS, 210, SuperBlocks::q6k),
    BF16(30, 1, 2, (in, out, at) -> out[at] = HalfFloat.ofBfloat16(in.getShort()));

    private final int id;
    private final int weights;
    private final int bytes;

    @SuppressWarnings("ImmutableEnumChecker") // the decoders are method references without state
    private final Decoder decoder;

    TensorType(int id, int weights, int bytes, Decoder decoder) {
        this.id = id;
        this.weights = weights;
        this.bytes = bytes;
        this.decoder = decoder;
    }

    /** Reads one block at the buffer's position, which moves behind it; little-endian. */
    private interface Decoder {
        void decode(ByteBuffer in, float[] out, int at);
    }

    static Optional<TensorType> of(int id) {
        return Arrays.stream(values()).filter(type -> type.id == id).findFirst();
    }

    /** Weights a block. */
    int weights() {
        return weights;
    }

    /** Bytes that many weights take, a multiple of the block. */
    long bytes(long count) {
        return Math.multiplyExact(count / weights, bytes);
    }

    /** Decodes all the buffer holds to {@code out} from {@code at} on; returns the index after the last. */
    int decode(ByteBuffer in, float[] out, int at) {
        int next = at;
        while (in.hasRemaining()) {
            decoder.decode(in, out, next);
            next += weights;
        }
        return next;
    }
}
