package dev.assay.detectors.detect;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ZlibTest extends DetectorContract {
    @Override
    Detector detector() {
        return new Zlib();
    }

    @Test
    void likelihoodOverCompressedLength() {
        // a hundred equal letters: 2 bytes of header, 4 of check sum and 6 between
        double[] x = new double[100];
        Arrays.fill(x, -3);
        assertThat(detector().score(Texts.of(x))).hasValue(-3.0 / 12);
    }

    @Test
    void compressesTheSliceAlone() {
        double[] x = new double[1000];
        assertThat(Texts.of(x).slice(500, 600).tokens().utf8()).hasSize(100);
    }

    @Test
    void compressedLengthsAreThoseOfZlib() {
        for (JsonNode text : Golden.file("stories260k-scores.json").get("cases")) {
            byte[] utf8 = text.get("text").asText().getBytes(StandardCharsets.UTF_8);
            assertThat(Zlib.deflatedLength(utf8)).isEqualTo(text.get("zlib_len").asInt());
        }
    }
}
