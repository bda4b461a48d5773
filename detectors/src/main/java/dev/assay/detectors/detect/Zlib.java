package dev.assay.detectors.detect;

import java.util.OptionalDouble;
import java.util.zip.Deflater;

/**
 * Loss against how much a compressor can do: <b>mean x / deflate(text).length</b>, level 6 with zlib header, over the UTF-8 bytes of the
 * scored tokens; at most 0; higher means more familiar.
 *
 * <p>Source: Carlini et al. 2021, "Extracting Training Data from Large Language Models".
 *
 * <p>Undefined for a text without tokens.
 */
public final class Zlib implements Detector {
    @Override
    public String name() {
        return "zlib";
    }

    @Override
    public Question question() {
        return Question.MEMBERSHIP;
    }

    @Override
    public OptionalDouble score(ScoredText text) {
        OptionalDouble mean = Sequence.mean(text.scores().logProbs());
        return mean.isPresent()
                ? Sequence.finite(
                        mean.getAsDouble() / deflatedLength(text.tokens().utf8()))
                : mean;
    }

    /** Bytes of the zlib stream at the level that {@code zlib.compress} of other languages takes by default. */
    static int deflatedLength(byte[] text) {
        Deflater deflater = new Deflater(6);
        try {
            deflater.setInput(text);
            deflater.finish();
            byte[] sink = new byte[8192];
            while (!deflater.finished()) {
                deflater.deflate(sink);
            }
            return Math.toIntExact(deflater.getBytesWritten());
        } finally {
            deflater.end();
        }
    }
}
