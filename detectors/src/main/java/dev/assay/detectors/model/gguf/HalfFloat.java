package dev.assay.detectors.model.gguf;

/** 16-bit floats. */
final class HalfFloat {
    private static final float SMALLEST = 0x1p-24f;

    private HalfFloat() {}

    /** IEEE 754 binary16: 1 sign bit, 5 exponent bits (bias 15), 10 fraction bits. */
    static float ofBinary16(short bits) {
        int sign = (bits & 0x8000) << 16;
        int exponent = (bits >> 10) & 0x1f;
        int fraction = bits & 0x3ff;
        if (exponent == 0) { // zero or subnormal
            return Float.intBitsToFloat(sign | Float.floatToRawIntBits(fraction * SMALLEST));
        }
        int widened = exponent == 0x1f ? 0xff : exponent - 15 + 127;
        return Float.intBitsToFloat(sign | widened << 23 | fraction << 13);
    }

    /** bfloat16: the upper half of a 32-bit float. */
    static float ofBfloat16(short bits) {
        return Float.intBitsToFloat(bits << 16);
    }
}
