package dev.assay.detectors.model.gguf;

import java.nio.ByteBuffer;

/** Decoders of blocks of 256 weights, whose parts have scales of their own. */
final class SuperBlocks {
    static final int WEIGHTS = 256;

    private SuperBlocks() {}

    /**
     * Q4_K: eight parts of 32; weight = d · scale · q − dmin · minimum. 144 bytes: d, dmin, 12 bytes of 6-bit scales and minimums, then
     * 32 bytes for two parts at a time, the first in the low halves.
     */
    static void q4k(ByteBuffer in, float[] out, int at) {
        float d = HalfFloat.ofBinary16(in.getShort());
        float dmin = HalfFloat.ofBinary16(in.getShort());
        byte[] packed = new byte[12];
        in.get(packed);
        for (int part = 0; part < 8; part += 2) {
            int first = at + part * 32;
            float low = d * scale(packed, part);
            float lowMinimum = dmin * minimum(packed, part);
            float high = d * scale(packed, part + 1);
            float highMinimum = dmin * minimum(packed, part + 1);
            for (int i = first; i < first + 32; i++) {
                int pair = in.get();
                out[i] = low * (pair & 15) - lowMinimum;
                out[i + 32] = high * (pair >> 4 & 15) - highMinimum;
            }
        }
    }

    /** Parts 0–3: six low bits of byte part; parts 4–7: low half of byte part + 4, above it the two high bits of byte part − 4. */
    private static int scale(byte[] packed, int part) {
        return part < 4 ? packed[part] & 63 : (packed[part + 4] & 15) | ((packed[part - 4] >> 6) & 3) << 4;
    }

    /** Parts 0–3: six low bits of byte part + 4; parts 4–7: high half of byte part + 4, above it the two high bits of byte part. */
    private static int minimum(byte[] packed, int part) {
        return part < 4 ? packed[part + 4] & 63 : ((packed[part + 4] >> 4) & 15) | ((packed[part] >> 6) & 3) << 4;
    }

    /**
     * Q6_K: sixteen parts of 16; weight = d · scale · (q − 32). 210 bytes: low four bits (128 bytes), high two bits (64), signed scales
     * (16), d. Each half of 128 weights is four runs of 32: runs 0 and 1 in the low halves of 64 bytes, runs 2 and 3 in the high
     * halves; run r has its two bits at position 2r of 32 shared bytes.
     */
    static void q6k(ByteBuffer in, float[] out, int at) {
        int start = in.position();
        float d = HalfFloat.ofBinary16(in.getShort(start + 208));
        for (int i = 0; i < WEIGHTS; i++) {
            int half = i / 128;
            int run = i % 128 / 32;
            int low = (in.get(start + half * 64 + run % 2 * 32 + i % 32) >> (run / 2 * 4)) & 15;
            int high = (in.get(start + 128 + half * 32 + i % 32) >> (run * 2)) & 3;
            int scale = in.get(start + 192 + i / 16);
            out[at + i] = d * scale * ((low | high << 4) - 32);
        }
        in.position(start + 210);
    }
}
