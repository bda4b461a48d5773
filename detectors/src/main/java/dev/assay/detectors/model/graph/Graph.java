package dev.assay.detectors.model.graph;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** An ONNX graph under construction. Values are named by whoever makes them; an empty name is an absent optional input. */
public final class Graph {
    /** Domain of ONNX Runtime's own operators. */
    public static final String MICROSOFT = "com.microsoft";

    private final GraphProto.Builder proto;
    private final List<Constant> constants = new ArrayList<>();

    /** An empty graph. */
    public Graph(String name) {
        proto = GraphProto.newBuilder().setName(name);
    }

    /** Declares an input of 32-bit floats; a dimension is a number or a name. */
    public void floatInput(String name, Object... dims) {
        proto.addInput(value(name, DataType.FLOAT, dims));
    }

    /** Declares an input of 64-bit integers. */
    public void longInput(String name, Object... dims) {
        proto.addInput(value(name, DataType.INT64, dims));
    }

    /** Declares an output of 32-bit floats. */
    public void floatOutput(String name, Object... dims) {
        proto.addOutput(value(name, DataType.FLOAT, dims));
    }

    /** Declares an output of 64-bit integers. */
    public void longOutput(String name, Object... dims) {
        proto.addOutput(value(name, DataType.INT64, dims));
    }

    /** Adds a constant whose values are computed when the graph is written. */
    public String floats(String name, Supplier<float[]> values, long... dims) {
        return add(Constant.ofFloats(name, values, dims));
    }

    /** Adds a constant of signed bytes whose values are computed when the graph is written. */
    public String bytes(String name, Supplier<byte[]> values, long... dims) {
        return add(Constant.ofBytes(name, values, dims));
    }

    /** Adds one unsigned byte. */
    public String unsignedByte(String name, int value) {
        return add(Constant.ofUnsignedByte(name, value));
    }

    /** Adds a constant of 32-bit integers. */
    public String ints(String name, int[] values, long... dims) {
        return add(Constant.ofInts(name, values, dims));
    }

    /** Adds a constant of 64-bit integers. */
    public String longs(String name, long[] values, long... dims) {
        return add(Constant.ofLongs(name, values, dims));
    }

    /** Adds a node with one output, named like the node. */
    public String node(String operator, String name, List<String> inputs, Attribute... attributes) {
        node("", operator, name, inputs, List.of(name), attributes);
        return name;
    }

    /** Adds a node of any operator set with any outputs. */
    public void node(
            String domain,
            String operator,
            String name,
            List<String> inputs,
            List<String> outputs,
            Attribute... attributes) {
        NodeProto.Builder node = NodeProto.newBuilder()
                .setDomain(domain)
                .setOpType(operator)
                .setName(name)
                .addAllInput(inputs)
                .addAllOutput(outputs);
        for (Attribute attribute : attributes) {
            node.addAttribute(attribute.proto());
        }
        proto.addNode(node);
    }

    /** All but the constants. */
    GraphProto structure() {
        return proto.build();
    }

    List<Constant> constants() {
        return constants;
    }

    /** A node's attribute. */
    public record Attribute(AttributeProto proto) {
        /** An integer. */
        public static Attribute of(String name, long value) {
            return new Attribute(AttributeProto.newBuilder()
                    .setName(name)
                    .setType(AttributeProto.AttributeType.INT)
                    .setI(value)
                    .build());
        }

        /** A float. */
        public static Attribute of(String name, float value) {
            return new Attribute(AttributeProto.newBuilder()
                    .setName(name)
                    .setType(AttributeProto.AttributeType.FLOAT)
                    .setF(value)
                    .build());
        }
    }

    private String add(Constant constant) {
        constants.add(constant);
        return constant.shape().getName();
    }

    private static ValueInfoProto value(String name, DataType type, Object... dims) {
        TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
        for (Object dim : dims) {
            if (dim instanceof Number n) {
                shape.addDimBuilder().setDimValue(n.longValue());
            } else {
                shape.addDimBuilder().setDimParam(dim.toString());
            }
        }
        TypeProto.Tensor tensor = TypeProto.Tensor.newBuilder()
                .setElemType(type.getNumber())
                .setShape(shape)
                .build();
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder().setTensorType(tensor))
                .build();
    }
}
