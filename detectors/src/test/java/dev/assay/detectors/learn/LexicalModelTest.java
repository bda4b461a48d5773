package dev.assay.detectors.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LexicalModelTest {
    private static final int[] TEXT = IntStream.range(0, 40).toArray();
    private static final int[] UNKNOWN = IntStream.range(1000, 1040).toArray();
    private static final int RUNS = 40 + 39 + 38 + 37;
    private static final int BIAS_AT = 5;
    private static final int COUNT_AT = 21;
    private static final int FIRST_RUN_AT = 25;

    /** A model that knows the runs of {@link #TEXT} alone, each with the weight. */
    private static LexicalModel model(float weight) {
        int[] keys = Ngrams.of(TEXT);
        float[] weights = new float[keys.length];
        Arrays.fill(weights, weight);
        return LexicalModel.of(keys, weights, 0.25);
    }

    private static byte[] bytes(LexicalModel model) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        model.write(new DataOutputStream(out));
        return out.toByteArray();
    }

    private static LexicalModel read(byte[] bytes) throws IOException {
        return LexicalModel.read(new DataInputStream(new ByteArrayInputStream(bytes)));
    }

    @Test
    void addsTheWeightsAndDividesByTheRootOfTheirNumber() {
        assertThat(model(-0.5f).score(TEXT).getAsDouble()).isCloseTo(0.25 - 0.5 * Math.sqrt(RUNS), within(1e-9));
        int[] twice = IntStream.concat(Arrays.stream(TEXT), IntStream.concat(IntStream.of(999), Arrays.stream(TEXT)))
                .toArray();
        assertThat(model(-0.5f).score(twice)).isEqualTo(model(-0.5f).score(TEXT));
    }

    @Test
    void doesNotKnowWhatItNeverSaw() {
        LexicalModel model = model(1);
        assertThat(model.score(UNKNOWN)).isEmpty();
        assertThat(model.known(UNKNOWN)).isZero();
        assertThat(model.known(TEXT)).isEqualTo(1);
    }

    @Test
    void doesNotJudgeATextWithTooFewRuns() {
        LexicalModel model = model(1);
        assertThat(model.score(new int[0])).isEmpty();
        assertThat(model.known(new int[0])).isZero();
        assertThat(model.score(Arrays.copyOf(TEXT, 9))).isEmpty();
        assertThat(model.score(Arrays.copyOf(TEXT, 10))).isPresent();
    }

    @Test
    void doesNotJudgeATextThatIsMostlyUnknown() {
        int[] mostlyUnknown = IntStream.concat(Arrays.stream(TEXT), IntStream.range(1000, 1300))
                .toArray();
        LexicalModel model = model(1);
        assertThat(model.known(mostlyUnknown)).isBetween(0.05, 0.15);
        assertThat(model.score(mostlyUnknown)).isEmpty();
    }

    @Test
    void readsWhatItWrote() throws IOException {
        int[] keys = Ngrams.of(TEXT);
        float[] weights = new float[keys.length];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (i - 70) / 100f;
        }
        byte[] written = bytes(LexicalModel.of(keys, weights, -1.5));
        LexicalModel read = read(written);
        assertThat(bytes(read)).isEqualTo(written);
        OptionalDouble score = read.score(TEXT);
        double exact = -1.5
                + IntStream.range(0, keys.length).mapToDouble(i -> weights[i]).sum() / Math.sqrt(RUNS);
        assertThat(score.getAsDouble()).isCloseTo(exact, within(0.05));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 4, FIRST_RUN_AT, 100})
    void refusesTruncatedBytes(int length) throws IOException {
        byte[] cut = Arrays.copyOf(bytes(model(1)), length);
        assertThatThrownBy(() -> read(cut)).isInstanceOf(IOException.class);
    }

    @Test
    void refusesWhatIsNoModel() throws IOException {
        assertRefused(bytes -> bytes.putInt(0, 7), "no lexical model");
        assertRefused(bytes -> bytes.put(4, (byte) 9), "another version");
        assertRefused(bytes -> bytes.putDouble(BIAS_AT, Double.NaN), "without a scale");
        assertRefused(bytes -> bytes.putDouble(BIAS_AT + Double.BYTES, -1), "without a scale");
        assertRefused(bytes -> bytes.putInt(COUNT_AT, Integer.MAX_VALUE), "impossible number");
        assertRefused(bytes -> bytes.putInt(COUNT_AT, 0), "impossible number");
    }

    @Test
    void refusesRunsThatCannotBe() throws IOException {
        assertRefused(bytes -> bytes.put(FIRST_RUN_AT, (byte) 0), "do not ascend");
        assertRefused(bytes -> bytes.putInt(FIRST_RUN_AT, 0xFFFFFF0F), "cannot be");
        assertRefused(bytes -> bytes.putLong(FIRST_RUN_AT, -1), "cannot be");
    }

    private static void assertRefused(Consumer<ByteBuffer> change, String why) throws IOException {
        byte[] bytes = bytes(model(1));
        change.accept(ByteBuffer.wrap(bytes));
        assertThatThrownBy(() -> read(bytes)).isInstanceOf(IOException.class).hasMessageContaining(why);
    }
}
