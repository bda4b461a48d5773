package dev.assay.detectors.score;

/**
 * eˣ for x ≤ 0 in single precision, in a few multiplications: a position needs it for the whole vocabulary, and {@link Math#exp}
 * would cost as much as the model. Relative error below 3 · 10⁻⁷; the same bits on every machine.
 */
final class FloatExp {
    private static final float LOG2_E = 1.442695f;
    // 1.5 · 2²³: adding it to a small number leaves the nearest integer in the low bits.
    private static final float ROUND = 12582912f;
    private static final int ROUND_BITS = 0x4B400000;
    private static final float SMALLEST = -87f; // below, eˣ leaves the range of normal numbers

    private FloatExp() {}

    static float of(float x) {
        if (!(x >= SMALLEST)) {
            return 0;
        }
        float t = x * LOG2_E;
        float rounded = t + ROUND;
        float f = t - (rounded - ROUND); // [−1/2, 1/2]
        // Taylor series of 2ᶠ: (ln 2)ᵏ / k!
        float power = 1f
                + f
                        * (0.6931472f
                                + f
                                        * (0.2402265f
                                                + f
                                                        * (0.05550411f
                                                                + f
                                                                        * (0.00961813f
                                                                                + f
                                                                                        * (0.00133336f
                                                                                                + f
                                                                                                        * 0.00015403530f)))));
        return Float.intBitsToFloat(
                Float.floatToRawIntBits(power) + ((Float.floatToRawIntBits(rounded) - ROUND_BITS) << 23));
    }
}
