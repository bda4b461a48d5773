package dev.assay.detectors.model.gguf;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes small GGUF files, right and wrong ones. */
public final class GgufBuilder {
    private static final int ALIGNMENT = 32;

    @SuppressWarnings("ArrayRecordComponent") // written once
    private record Tensor(String name, int type, byte[] bytes, long... dims) {}

    private final Map<String, Object> metadata = new LinkedHashMap<>();
    private final List<Tensor> tensors = new ArrayList<>();
    private int version = 3;

    public GgufBuilder version(int number) {
        version = number;
        return this;
    }

    /** A Long (u32), Float, Boolean, String, or List of them. */
    public GgufBuilder put(String key, Object value) {
        metadata.put(key, value);
        return this;
    }

    /** What was put there, or null. */
    public Object get(String key) {
        return metadata.get(key);
    }

    public GgufBuilder remove(String key) {
        metadata.remove(key);
        return this;
    }

    /** Adds a tensor of 32-bit floats; dims with the fastest-running first. */
    public GgufBuilder floats(String name, float[] values, long... dims) {
        ByteBuffer bytes =
                ByteBuffer.wrap(new byte[values.length * Float.BYTES]).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        return tensor(name, 0, bytes.array(), dims);
    }

    public GgufBuilder tensor(String name, int type, byte[] bytes, long... dims) {
        tensors.add(new Tensor(name, type, bytes, dims));
        return this;
    }

    public Path write(Path file) throws IOException {
        return Files.write(file, bytes());
    }

    private byte[] bytes() {
        int size = 1 << 16;
        size += metadata.values().stream()
                .mapToInt(v -> v instanceof String text ? text.length() : 0)
                .sum();
        for (Tensor tensor : tensors) {
            size += tensor.bytes().length + tensor.name().length() + 512;
        }
        ByteBuffer out = ByteBuffer.wrap(new byte[size]).order(ByteOrder.LITTLE_ENDIAN);
        out.put("GGUF".getBytes(StandardCharsets.US_ASCII)).putInt(version);
        out.putLong(tensors.size()).putLong(metadata.size());
        metadata.forEach((key, value) -> {
            putText(out, key);
            out.putInt(type(value));
            putValue(out, value);
        });
        putTensors(out);
        byte[] bytes = new byte[out.position()];
        out.flip().get(bytes);
        return bytes;
    }

    private void putTensors(ByteBuffer out) {
        long offset = 0;
        for (Tensor tensor : tensors) {
            putText(out, tensor.name());
            out.putInt(tensor.dims().length);
            for (long dim : tensor.dims()) {
                out.putLong(dim);
            }
            out.putInt(tensor.type()).putLong(offset);
            offset += tensor.bytes().length + padding(tensor.bytes().length);
        }
        for (Tensor tensor : tensors) {
            out.position(out.position() + padding(out.position()));
            out.put(tensor.bytes());
        }
    }

    private static int padding(int length) {
        return -length & (ALIGNMENT - 1);
    }

    private static int type(Object value) {
        if (value instanceof Long) {
            return 4;
        }
        if (value instanceof Float) {
            return 6;
        }
        if (value instanceof Boolean) {
            return 7;
        }
        return value instanceof List ? 9 : 8;
    }

    private static void putValue(ByteBuffer out, Object value) {
        if (value instanceof Long number) {
            out.putInt(number.intValue());
        } else if (value instanceof Float number) {
            out.putFloat(number);
        } else if (value instanceof Boolean flag) {
            out.put((byte) (flag ? 1 : 0));
        } else if (value instanceof List<?> list) {
            out.putInt(type(list.get(0))).putLong(list.size());
            list.forEach(element -> putValue(out, element));
        } else {
            putText(out, (String) value);
        }
    }

    private static void putText(ByteBuffer out, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.putLong(bytes.length).put(bytes);
    }
}
