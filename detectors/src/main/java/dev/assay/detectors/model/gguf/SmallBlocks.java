package dev.assay.detectors.model.gguf;

import java.nio.ByteBuffer;

/**
 * Decoders of blocks of 32 weights. Each begins with a scale d, in some followed by a minimum m, as 16-bit floats; of four bits a
 * weight, weight i is in the low half of byte i and weight i + 16 in the high half.
 */
final class SmallBlocks {
    static final int WEIGHTS = 32;
    private static final int HALF = WEIGHTS / 2;

    private SmallBlocks() {}

    /** Q4_0: d (q − 8), 18 bytes. */
    static void q40(ByteBuffer in, float[] out, int at) {
        float d = HalfFloat.ofBinary16(in.getShort());
        for (int i = at; i < at + HALF; i++) {
            int pair = in.get();
            out[i] = d * ((pair & 15) - 8);
            out[i + HALF] = d * ((pair >> 4 & 15) - 8);
        }
    }

    /** Q4_1: d q + m, 20 bytes. */
    static void q41(ByteBuffer in, float[] out, int at) {
        float d = HalfFloat.ofBinary16(in.getShort());
        float m = HalfFloat.ofBinary16(in.getShort());
        for (int i = at; i < at + HALF; i++) {
            int pair = in.get();
            out[i] = d * (pair & 15) + m;
            out[i + HALF] = d * (pair >> 4 & 15) + m;
        }
    }

    /** Q5_0: d (q − 16); the fifth bits of all weights, in order, come before the low four; 22 bytes. */
    static void q50(ByteBuffer in, float[] out, int at) {
        float d = HalfFloat.ofBinary16(in.getShort());
        q5(in, out, at, d, -16 * d);
    }

    /** Q5_1: d q + m, the fifth bits as in Q5_0; 24 bytes. */
    static void q51(ByteBuffer in, float[] out, int at) {
        float d = HalfFloat.ofBinary16(in.getShort());
        q5(in, out, at, d, HalfFloat.ofBinary16(in.getShort()));
    }

    private static void q5(ByteBuffer in, float[] out, int at, float d, float m) {
        int fifth = in.getInt();
        for (int i = 0; i < HALF; i++) {
            int pair = in.get();
            int low = (pair & 15) | ((fifth >> i) & 1) << 4;
            int high = ((pair >> 4) & 15) | ((fifth >> (i + HALF)) & 1) << 4;
            out[at + i] = d * low + m;
            out[at + i + HALF] = d * high + m;
        }
    }

    /** Q8_0: d q, q signed; 34 bytes. */
    static void q80(ByteBuffer in, float[] out, int at) {
        float d = HalfFloat.ofBinary16(in.getShort());
        for (int i = at; i < at + WEIGHTS; i++) {
            out[i] = d * in.get();
        }
    }
}
