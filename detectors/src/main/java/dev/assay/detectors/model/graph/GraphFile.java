package dev.assay.detectors.model.graph;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.WireFormat;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes a graph as an ONNX file, or, above a size that one protobuf cannot hold, as an ONNX file and a file of external data.
 * A protobuf message may be cut into several occurrences of the same field, which readers merge: the nodes come first, then each
 * constant in a graph of its own, so that one tensor at a time is in memory.
 */
public final class GraphFile {
    /** Bytes of constants up to which a graph is one file; protobuf's own limit is 2 GiB. */
    public static final long SINGLE_FILE_LIMIT = 1_900_000_000L;

    private static final int OPSET = 20;
    private static final int IR_VERSION = 10;
    private static final int ALIGNMENT = 4096; // lets readers map the file
    private static final int INLINE = 1024; // bytes of a constant that stays in the graph in any case
    private static final int BUFFER = 1 << 20;

    private GraphFile() {}

    /** Writes one file, or two where it must; returns the files' names. */
    public static List<String> write(Graph graph, Path file) throws IOException {
        return write(graph, file, SINGLE_FILE_LIMIT);
    }

    /** Writes constants to {@code FILE.data} when there are more than {@code limit} bytes of them. */
    public static List<String> write(Graph graph, Path file, long limit) throws IOException {
        String name = file.getFileName().toString();
        long total = graph.constants().stream().mapToLong(Constant::bytes).sum();
        if (total <= limit) {
            try (OutputStream out = open(file)) {
                model(graph.structure()).writeTo(out);
                for (Constant constant : graph.constants()) {
                    writeInline(out, constant);
                }
            }
            return List.of(name);
        }
        String data = name + ".data";
        writeExternal(graph, file, file.resolveSibling(data));
        return List.of(name, data);
    }

    private static void writeExternal(Graph graph, Path file, Path data) throws IOException {
        long position = 0;
        try (OutputStream out = open(file);
                OutputStream values = open(data)) {
            model(graph.structure()).writeTo(out);
            for (Constant constant : graph.constants()) {
                if (constant.bytes() <= INLINE) {
                    writeInline(out, constant);
                    continue;
                }
                long padding = -position & (ALIGNMENT - 1);
                values.write(new byte[(int) padding]);
                position += padding;
                constant.values().writeTo(values);
                TensorProto reference = reference(constant, data.getFileName().toString(), position);
                fragment(reference).writeTo(out);
                position += constant.bytes();
            }
        }
    }

    private static ModelProto model(GraphProto graph) {
        return ModelProto.newBuilder()
                .setIrVersion(IR_VERSION)
                .setProducerName("assay")
                .addOpsetImport(OperatorSetIdProto.newBuilder().setDomain("").setVersion(OPSET))
                .addOpsetImport(OperatorSetIdProto.newBuilder()
                        .setDomain(Graph.MICROSOFT)
                        .setVersion(1))
                .setGraph(graph)
                .build();
    }

    /** The same bytes as {@link #fragment} of a tensor with its raw data, without holding them. */
    private static void writeInline(OutputStream out, Constant constant) throws IOException {
        int bytes = Math.toIntExact(constant.bytes());
        int tensor = constant.shape().getSerializedSize()
                + CodedOutputStream.computeTagSize(TensorProto.RAW_DATA_FIELD_NUMBER)
                + CodedOutputStream.computeUInt32SizeNoTag(bytes)
                + bytes;
        int graph = CodedOutputStream.computeTagSize(GraphProto.INITIALIZER_FIELD_NUMBER)
                + CodedOutputStream.computeUInt32SizeNoTag(tensor)
                + tensor;
        CodedOutputStream coded = CodedOutputStream.newInstance(out);
        header(coded, ModelProto.GRAPH_FIELD_NUMBER, graph);
        header(coded, GraphProto.INITIALIZER_FIELD_NUMBER, tensor);
        constant.shape().writeTo(coded);
        header(coded, TensorProto.RAW_DATA_FIELD_NUMBER, bytes);
        coded.flush();
        constant.values().writeTo(out);
    }

    private static void header(CodedOutputStream out, int field, int length) throws IOException {
        out.writeTag(field, WireFormat.WIRETYPE_LENGTH_DELIMITED);
        out.writeUInt32NoTag(length);
    }

    private static ModelProto fragment(TensorProto tensor) {
        return ModelProto.newBuilder()
                .setGraph(GraphProto.newBuilder().addInitializer(tensor))
                .build();
    }

    private static TensorProto reference(Constant constant, String file, long offset) {
        return constant.shape().toBuilder()
                .setDataLocation(TensorProto.DataLocation.EXTERNAL)
                .addExternalData(entry("location", file))
                .addExternalData(entry("offset", Long.toString(offset)))
                .addExternalData(entry("length", Long.toString(constant.bytes())))
                .build();
    }

    private static StringStringEntryProto entry(String key, String value) {
        return StringStringEntryProto.newBuilder().setKey(key).setValue(value).build();
    }

    private static OutputStream open(Path file) throws IOException {
        return new BufferedOutputStream(Files.newOutputStream(file), BUFFER);
    }
}
