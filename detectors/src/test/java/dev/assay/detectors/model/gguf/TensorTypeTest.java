package dev.assay.detectors.model.gguf;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** One block of each type, small enough to decode by hand. */
class TensorTypeTest {
    private static final short HALF = 0x3800; // 0.5 as a 16-bit float
    private static final short TWO = 0x4000;
    private static final short MINUS_ONE = (short) 0xbc00;

    private final ByteBuffer block = ByteBuffer.allocate(256).order(ByteOrder.LITTLE_ENDIAN);

    private float[] decode(TensorType type) {
        assertThat((long) block.position()).as("bytes a block").isEqualTo(type.bytes(type.weights()));
        float[] out = new float[type.weights() + 1];
        assertThat(type.decode(block.flip(), out, 1)).isEqualTo(out.length);
        return Arrays.copyOfRange(out, 1, out.length);
    }

    /** Sixteen bytes: i in the low half of byte i, 15 − i in its high half. */
    private void putFourBits() {
        for (int i = 0; i < 16; i++) {
            block.put((byte) (i | (15 - i) << 4));
        }
    }

    @Test
    void f32() {
        block.putFloat(-1.25f);
        assertThat(decode(TensorType.F32)).containsExactly(-1.25f);
    }

    @Test
    void f16() {
        block.putShort((short) 0xc580); // sign, 2^(17 − 15), 1 + 384/1024
        assertThat(decode(TensorType.F16)).containsExactly(-5.5f);
    }

    @Test
    void f16AtItsEdges() {
        assertThat(HalfFloat.ofBinary16((short) 1)).isEqualTo(0x1p-24f);
        assertThat(HalfFloat.ofBinary16((short) 0x8000)).isEqualTo(-0f);
        assertThat(HalfFloat.ofBinary16((short) 0x03ff)).isEqualTo(1023 * 0x1p-24f);
        assertThat(HalfFloat.ofBinary16((short) 0x7bff)).isEqualTo(65504f);
        assertThat(HalfFloat.ofBinary16((short) 0x7c00)).isEqualTo(Float.POSITIVE_INFINITY);
        assertThat(HalfFloat.ofBinary16((short) 0x7e00)).isNaN();
    }

    @Test
    void bf16() {
        block.putShort((short) 0xc0b0); // the upper half of −5.5
        assertThat(decode(TensorType.BF16)).containsExactly(-5.5f);
    }

    @Test
    void q40() {
        block.putShort(HALF);
        putFourBits();
        float[] weights = decode(TensorType.Q4_0);
        for (int i = 0; i < 16; i++) {
            assertThat(weights[i]).isEqualTo(0.5f * (i - 8));
            assertThat(weights[i + 16]).isEqualTo(0.5f * (15 - i - 8));
        }
    }

    @Test
    void q41() {
        block.putShort(HALF).putShort(MINUS_ONE);
        putFourBits();
        float[] weights = decode(TensorType.Q4_1);
        for (int i = 0; i < 16; i++) {
            assertThat(weights[i]).isEqualTo(0.5f * i - 1);
            assertThat(weights[i + 16]).isEqualTo(0.5f * (15 - i) - 1);
        }
    }

    @Test
    void q50() {
        block.putShort(HALF).putInt(0x8000_0002); // fifth bits of weights 1 and 31
        putFourBits();
        float[] weights = decode(TensorType.Q5_0);
        for (int i = 0; i < 16; i++) {
            assertThat(weights[i]).isEqualTo(0.5f * (i + (i == 1 ? 16 : 0) - 16));
            assertThat(weights[i + 16]).isEqualTo(0.5f * (15 - i + (i == 15 ? 16 : 0) - 16));
        }
    }

    @Test
    void q51() {
        block.putShort(TWO).putShort(MINUS_ONE).putInt(0x0001_8000); // fifth bits of weights 15 and 16
        putFourBits();
        float[] weights = decode(TensorType.Q5_1);
        for (int i = 0; i < 16; i++) {
            assertThat(weights[i]).isEqualTo(2f * (i + (i == 15 ? 16 : 0)) - 1);
            assertThat(weights[i + 16]).isEqualTo(2f * (15 - i + (i == 0 ? 16 : 0)) - 1);
        }
    }

    @Test
    void q80() {
        block.putShort(HALF);
        for (int i = 0; i < 32; i++) {
            block.put((byte) (i - 20));
        }
        float[] weights = decode(TensorType.Q8_0);
        for (int i = 0; i < 32; i++) {
            assertThat(weights[i]).isEqualTo(0.5f * (i - 20));
        }
    }

    @Test
    void q4k() {
        block.putShort(HALF).putShort(TWO);
        // Parts 0–3: scales 1, 2, 3, 4 and minimums 5, 6, 7, 8; above them the high bits of parts 4–7: 1 (scales) and 2
        // (minimums)
        for (int i = 0; i < 4; i++) {
            block.put((byte) (i + 1 | 1 << 6));
        }
        for (int i = 0; i < 4; i++) {
            block.put((byte) (i + 5 | 2 << 6));
        }
        // Parts 4–7: low bits 9, 10, 11, 12 of scales and 1, 2, 3, 4 of minimums
        for (int i = 0; i < 4; i++) {
            block.put((byte) (i + 9 | (i + 1) << 4));
        }
        for (int pair = 0; pair < 4; pair++) {
            putFourBits();
            putFourBits();
        }
        int[] scales = {1, 2, 3, 4, 16 + 9, 16 + 10, 16 + 11, 16 + 12};
        int[] minimums = {5, 6, 7, 8, 32 + 1, 32 + 2, 32 + 3, 32 + 4};
        float[] weights = decode(TensorType.Q4_K);
        for (int i = 0; i < 256; i++) {
            int part = i / 32;
            int q = part % 2 == 0 ? i % 16 : 15 - i % 16;
            assertThat(weights[i]).as("weight %s", i).isEqualTo(0.5f * scales[part] * q - 2f * minimums[part]);
        }
    }

    @Test
    void q6k() {
        for (int half = 0; half < 2; half++) {
            for (int i = 0; i < 4; i++) {
                putFourBits();
            }
        }
        for (int i = 0; i < 64; i++) {
            block.put((byte) 0b11_10_01_00); // run r has the high bits r
        }
        for (int part = 0; part < 16; part++) {
            block.put((byte) (part - 8));
        }
        block.putShort(HALF);
        float[] weights = decode(TensorType.Q6_K);
        for (int i = 0; i < 256; i++) {
            int run = i % 128 / 32;
            int low = run < 2 ? i % 16 : 15 - i % 16;
            assertThat(weights[i]).as("weight %s", i).isEqualTo(0.5f * (i / 16 - 8) * (low + 16 * run - 32));
        }
    }
}
