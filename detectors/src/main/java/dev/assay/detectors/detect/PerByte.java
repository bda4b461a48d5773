package dev.assay.detectors.detect;

import dev.assay.detectors.tokenize.Tokens;
import java.util.OptionalDouble;

/** Nats of tokens as bits per byte of what they spell. */
final class PerByte {
    private PerByte() {}

    /** Σ nats / (ln 2 · UTF-8 bytes of the tokens); undefined without bytes. */
    static OptionalDouble bits(double[] nats, Tokens tokens) {
        int bytes = tokens.bytes(0, tokens.count());
        return bytes == 0 ? OptionalDouble.empty() : Sequence.finite(Sequence.sum(nats) / (Math.log(2) * bytes));
    }
}
