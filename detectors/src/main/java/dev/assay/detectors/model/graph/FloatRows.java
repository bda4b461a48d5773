package dev.assay.detectors.model.graph;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;

/** Reads one constant out of a file that {@link GraphFile} wrote, a row at a time; the others are skipped. */
public final class FloatRows {
    private static final int BUFFER = 1 << 16;

    private final Path file;
    private final String name;
    private final int rows;
    private final int columns;
    private final Taker taker;
    private boolean found;

    private FloatRows(Path file, String name, int rows, int columns, Taker taker) {
        this.file = file;
        this.name = name;
        this.rows = rows;
        this.columns = columns;
        this.taker = taker;
    }

    /** Takes row after row. */
    public interface Taker {
        /**
         * Takes one row.
         *
         * @param number counted from 0
         * @param values of the row (columns); to be asked for during this call
         */
        void row(int number, Supplier<float[]> values);
    }

    /** So many bytes of the values, next after the last. */
    private interface Bytes {
        byte[] next(int count) throws IOException;
    }

    /**
     * Hands on every row of a constant of floats.
     *
     * @throws IOException when the file has no such constant of that shape, or is cut short; says what is amiss without naming the file
     */
    public static void read(Path file, String name, int rows, int columns, Taker taker) throws IOException {
        FloatRows reader = new FloatRows(file, name, rows, columns, taker);
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER)) {
            reader.fields(CodedInputStream.newInstance(in), ModelProto.GRAPH_FIELD_NUMBER, reader::graph);
        }
        if (!reader.found) {
            throw new IOException("no constant " + name);
        }
    }

    /** Reads a message inside another. */
    private interface Inner {
        void read(CodedInputStream in) throws IOException;
    }

    private void graph(CodedInputStream in) throws IOException {
        fields(in, GraphProto.INITIALIZER_FIELD_NUMBER, this::tensor);
    }

    private void fields(CodedInputStream in, int wanted, Inner inner) throws IOException {
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            if (WireFormat.getTagFieldNumber(tag) == wanted) {
                int outer = in.pushLimit(in.readRawVarint32());
                inner.read(in);
                in.skipRawBytes(Math.max(0, in.getBytesUntilLimit()));
                in.popLimit(outer);
            } else {
                in.skipField(tag);
            }
            if (found) {
                return;
            }
        }
    }

    /** Values come behind shape and name, and other tensors' are skipped. */
    private void tensor(CodedInputStream in) throws IOException {
        TensorProto.Builder shape = TensorProto.newBuilder();
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            switch (WireFormat.getTagFieldNumber(tag)) {
                case TensorProto.DIMS_FIELD_NUMBER -> dims(in, tag, shape);
                case TensorProto.DATA_TYPE_FIELD_NUMBER -> shape.setDataType(in.readInt32());
                case TensorProto.NAME_FIELD_NUMBER -> shape.setName(in.readStringRequireUtf8());
                case TensorProto.EXTERNAL_DATA_FIELD_NUMBER ->
                    shape.addExternalData(StringStringEntryProto.parseFrom(in.readByteArray()));
                case TensorProto.RAW_DATA_FIELD_NUMBER -> {
                    int bytes = in.readRawVarint32();
                    if (!shape.getName().equals(name)) {
                        in.skipRawBytes(bytes);
                        continue;
                    }
                    check(shape, bytes);
                    take(in::readRawBytes);
                }
                default -> in.skipField(tag);
            }
        }
        if (shape.getName().equals(name) && !found) {
            external(shape);
        }
    }

    private static void dims(CodedInputStream in, int tag, TensorProto.Builder shape) throws IOException {
        if (WireFormat.getTagWireType(tag) != WireFormat.WIRETYPE_LENGTH_DELIMITED) {
            shape.addDims(in.readInt64());
            return;
        }
        int outer = in.pushLimit(in.readRawVarint32());
        while (in.getBytesUntilLimit() > 0) {
            shape.addDims(in.readInt64());
        }
        in.popLimit(outer);
    }

    private void external(TensorProto.Builder shape) throws IOException {
        String data = entry(shape, "location");
        if (!data.equals(file.getFileName() + ".data")) {
            throw new IOException("the values of " + name + " lie elsewhere");
        }
        check(shape, number(shape, "length"));
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file.resolveSibling(data)), BUFFER)) {
            in.skipNBytes(number(shape, "offset"));
            take(count -> {
                byte[] bytes = in.readNBytes(count);
                if (bytes.length < count) {
                    throw new EOFException("cut short");
                }
                return bytes;
            });
        }
    }

    private static long number(TensorProto.Builder shape, String key) throws IOException {
        try {
            return Long.parseLong(entry(shape, key));
        } catch (NumberFormatException e) {
            throw new IOException(key + " is no number", e);
        }
    }

    private static String entry(TensorProto.Builder shape, String key) {
        return shape.getExternalDataList().stream()
                .filter(entry -> entry.getKey().equals(key))
                .map(StringStringEntryProto::getValue)
                .findFirst()
                .orElse("0");
    }

    private void check(TensorProto.Builder shape, long bytes) throws IOException {
        boolean sized = shape.getDimsCount() == 2 && shape.getDims(0) == rows && shape.getDims(1) == columns;
        if (!sized
                || shape.getDataType() != TensorProto.DataType.FLOAT.getNumber()
                || bytes != (long) rows * columns * Float.BYTES) {
            throw new IOException("constant " + name + " is no table of " + rows + " by " + columns + " floats");
        }
    }

    private void take(Bytes bytes) throws IOException {
        for (int row = 0; row < rows; row++) {
            byte[] values = bytes.next(columns * Float.BYTES);
            taker.row(row, () -> floats(values));
        }
        found = true;
    }

    private float[] floats(byte[] bytes) {
        float[] values = new float[columns];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
        return values;
    }
}
