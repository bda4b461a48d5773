package dev.assay.detectors.model.graph;

import ai.onnx.proto.OnnxMl.TensorProto;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.function.Supplier;

/**
 * A tensor that is part of a graph. Its values are asked for only when they are written, so that a graph may be larger than the
 * heap.
 *
 * @param shape name, element type and dimensions
 * @param bytes length of the values
 * @param values writes them, little-endian
 */
record Constant(TensorProto shape, long bytes, Values values) {
    private static final int CHUNK = 1 << 16;

    /** Where the values come from. */
    interface Values {
        void writeTo(OutputStream out) throws IOException;
    }

    static Constant ofFloats(String name, Supplier<float[]> values, long... dims) {
        return of(name, TensorProto.DataType.FLOAT, Float.BYTES, out -> writeFloats(out, values.get()), dims);
    }

    static Constant ofBytes(String name, Supplier<byte[]> values, long... dims) {
        return of(name, TensorProto.DataType.INT8, Byte.BYTES, out -> out.write(values.get()), dims);
    }

    static Constant ofUnsignedByte(String name, int value) {
        return of(name, TensorProto.DataType.UINT8, Byte.BYTES, out -> out.write(value));
    }

    static Constant ofInts(String name, int[] values, long... dims) {
        byte[] bytes = new byte[values.length * Integer.BYTES];
        little(bytes).asIntBuffer().put(values);
        return of(name, TensorProto.DataType.INT32, Integer.BYTES, out -> out.write(bytes), dims);
    }

    static Constant ofLongs(String name, long[] values, long... dims) {
        byte[] bytes = new byte[values.length * Long.BYTES];
        little(bytes).asLongBuffer().put(values);
        return of(name, TensorProto.DataType.INT64, Long.BYTES, out -> out.write(bytes), dims);
    }

    private static Constant of(String name, TensorProto.DataType type, int width, Values values, long... dims) {
        TensorProto.Builder shape = TensorProto.newBuilder().setName(name).setDataType(type.getNumber());
        long bytes = width;
        for (long dim : dims) {
            shape.addDims(dim);
            bytes *= dim;
        }
        return new Constant(shape.build(), bytes, values);
    }

    private static void writeFloats(OutputStream out, float[] values) throws IOException {
        byte[] bytes = new byte[CHUNK * Float.BYTES];
        ByteBuffer buffer = little(bytes);
        for (int from = 0; from < values.length; from += CHUNK) {
            int count = Math.min(CHUNK, values.length - from);
            buffer.asFloatBuffer().put(values, from, count);
            out.write(bytes, 0, count * Float.BYTES);
        }
    }

    private static ByteBuffer little(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
