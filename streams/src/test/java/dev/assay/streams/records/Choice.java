package dev.assay.streams.records;

import java.nio.charset.StandardCharsets;
import java.util.Random;

/** What chance decides, from one seed: the same seed makes the same records. */
final class Choice {
    private static final long[] LONGS = {
        0,
        1,
        -1,
        7,
        1_714_557_600_000L,
        1_714_557_600_000_000L,
        253_402_300_800_000L,
        -62_135_596_800_000L,
        Integer.MAX_VALUE,
        Integer.MIN_VALUE,
        Long.MAX_VALUE,
        Long.MIN_VALUE,
        Long.MAX_VALUE - 1,
        1L << 40
    };
    private static final double[] DOUBLES = {
        0,
        -0.0,
        0.5,
        1,
        -1,
        1e-320,
        1e15,
        1e300,
        Double.MAX_VALUE,
        -Double.MAX_VALUE,
        Double.MIN_VALUE,
        Double.NaN,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY
    };

    private final Random random;

    Choice(long seed) {
        this.random = new Random(seed);
    }

    /** True in one of so many cases. */
    boolean oneIn(int cases) {
        return random.nextInt(cases) == 0;
    }

    /** From 0, below that. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    @SafeVarargs
    final <T> T of(T... options) {
        return options[random.nextInt(options.length)];
    }

    /** A number at an edge, or any. */
    long number() {
        return oneIn(3) ? random.nextLong() : LONGS[random.nextInt(LONGS.length)];
    }

    /** The same, and what is no number. */
    double real() {
        return oneIn(3) ? random.nextGaussian() : DOUBLES[random.nextInt(DOUBLES.length)];
    }

    byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    /** A copy with some bytes changed, or cut, or both. */
    byte[] spoilt(byte[] bytes) {
        byte[] copy = oneIn(2) ? bytes.clone() : java.util.Arrays.copyOf(bytes, below(bytes.length + 8));
        for (int i = below(4); i > 0 && copy.length > 0; i--) {
            copy[below(copy.length)] = (byte) below(256);
        }
        return copy;
    }

    static byte[] utf8(String text) {
        return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
    }
}
