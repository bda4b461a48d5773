package dev.assay.detectors.model.gguf;

import dev.assay.detectors.model.BundleException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An open GGUF file: metadata in memory, tensors read when asked for. Tensors may be read by several threads. */
public final class GgufFile implements AutoCloseable {
    private static final int MAGIC = 0x46554747; // "GGUF"
    private static final String REMEDY = "; download it again";
    private static final String ALIGNMENT = "general.alignment";
    private static final int LARGEST_ALIGNMENT = 1 << 20;
    private static final int MOST_SIZES = 4;
    private static final int MOST_WEIGHTS = Integer.MAX_VALUE - 8; // of one tensor: an array takes no more
    private static final int CHUNK_BLOCKS = 1 << 12;

    private final Path path;
    private final FileChannel channel;
    private final Metadata metadata;
    private final Map<String, TensorInfo> tensors;

    private GgufFile(Path path, FileChannel channel, Metadata metadata, Map<String, TensorInfo> tensors) {
        this.path = path;
        this.channel = channel;
        this.metadata = metadata;
        this.tensors = tensors;
    }

    /**
     * Opens a file and checks that it holds every tensor it lists.
     *
     * @throws BundleException in one line, when it is no GGUF file, is truncated, or stores tensors in a way that cannot be read
     */
    public static GgufFile open(Path path) {
        FileChannel channel = null;
        try {
            channel = FileChannel.open(path);
            GgufFile file = read(path, channel);
            channel = null;
            return file;
        } catch (IOException | ArithmeticException e) {
            throw new BundleException(path + " is not a whole GGUF file: " + e.getMessage() + REMEDY, e);
        } finally {
            closeQuietly(channel);
        }
    }

    /** What the file says of its model. */
    public Metadata metadata() {
        return metadata;
    }

    /** Names of the tensors. */
    public Set<String> tensors() {
        return tensors.keySet();
    }

    /** Sizes of a tensor, the fastest-running first: a matrix is (inputs, outputs). */
    public List<Long> dims(String name) {
        return find(name).dims();
    }

    /**
     * Reads a tensor as 32-bit floats, row by row.
     *
     * @param dims the sizes it must have, the fastest-running first
     * @throws BundleException when it has others, or holds NaN or an infinity
     */
    public float[] read(String name, long... dims) {
        require(name, dims);
        try {
            return finite(name, read(find(name)));
        } catch (IOException e) {
            throw new BundleException(path + ": tensor " + name + " cannot be read (" + e.getMessage() + ")", e);
        }
    }

    /**
     * Checks that there is a tensor of these sizes, without reading it.
     *
     * @throws BundleException naming both sizes
     */
    public void require(String name, long... dims) {
        List<Long> wanted = Arrays.stream(dims).boxed().toList();
        if (!find(name).dims().equals(wanted)) {
            throw new BundleException(path + ": tensor " + name + " has sizes " + dims(name) + " instead of " + wanted
                    + "; import a complete model file");
        }
    }

    @Override
    public void close() {
        closeQuietly(channel);
    }

    private TensorInfo find(String name) {
        TensorInfo tensor = tensors.get(name);
        if (tensor == null) {
            throw new BundleException(path + " holds no tensor " + name + "; import a complete model file");
        }
        return tensor;
    }

    private float[] read(TensorInfo tensor) throws IOException {
        float[] values = new float[Math.toIntExact(tensor.count())];
        TensorType type = tensor.type();
        long chunk = type.bytes((long) CHUNK_BLOCKS * type.weights());
        ByteBuffer buffer = ByteBuffer.allocate((int) chunk).order(ByteOrder.LITTLE_ENDIAN);
        long end = tensor.position() + tensor.bytes();
        int filled = 0;
        for (long position = tensor.position(); position < end; position += chunk) {
            buffer.clear().limit((int) Math.min(chunk, end - position));
            while (buffer.hasRemaining()) {
                if (channel.read(buffer, position + buffer.position()) < 0) {
                    throw new IOException("the file became shorter");
                }
            }
            filled = type.decode(buffer.flip(), values, filled);
        }
        return values;
    }

    private float[] finite(String name, float[] values) {
        for (float value : values) {
            if (!Float.isFinite(value)) {
                throw new BundleException(path + ": tensor " + name + " holds " + value + REMEDY);
            }
        }
        return values;
    }

    private static GgufFile read(Path path, FileChannel channel) throws IOException {
        GgufReader in = new GgufReader(channel);
        int magic = in.integer();
        if (magic != MAGIC) {
            throw new BundleException(path + ForeignFile.beginningWith(magic));
        }
        int version = in.integer();
        if (version != 2 && version != 3) {
            throw new BundleException(path + ForeignFile.ofVersion(version));
        }
        long tensorCount = in.length();
        long entries = in.length();
        Map<String, Object> values = new LinkedHashMap<>();
        for (long i = 0; i < entries; i++) {
            String key = in.string();
            if (values.put(key, in.value(in.integer())) != null) {
                throw new IOException("it says twice what " + key + " is");
            }
        }
        Metadata metadata = new Metadata(path, values);
        requireWhole(path, metadata);
        return new GgufFile(path, channel, metadata, tensors(path, channel, in, tensorCount, metadata));
    }

    private static Map<String, TensorInfo> tensors(
            Path path, FileChannel channel, GgufReader in, long count, Metadata metadata) throws IOException {
        List<TensorInfo> relative = new ArrayList<>();
        for (long i = 0; i < count; i++) {
            relative.add(tensor(path, in));
        }
        long alignment = alignment(metadata);
        long data = (in.position() + alignment - 1) / alignment * alignment;
        Map<String, TensorInfo> tensors = new LinkedHashMap<>();
        for (TensorInfo t : relative) {
            TensorInfo tensor = new TensorInfo(t.name(), t.dims(), t.type(), Math.addExact(data, t.position()));
            if (Math.addExact(tensor.position(), tensor.bytes()) > channel.size()) {
                throw new IOException("it ends before tensor " + tensor.name() + " does");
            }
            if (tensors.put(tensor.name(), tensor) != null) {
                throw new IOException("it holds tensor " + tensor.name() + " twice");
            }
        }
        return tensors;
    }

    private static long alignment(Metadata metadata) throws IOException {
        long alignment = metadata.integer(ALIGNMENT, 32);
        if (alignment < 1 || alignment > LARGEST_ALIGNMENT) {
            throw new IOException(ALIGNMENT + " is " + alignment);
        }
        return alignment;
    }

    private static void requireWhole(Path path, Metadata metadata) {
        long parts = metadata.integer("split.count", 1);
        if (parts > 1) {
            throw new BundleException(path + " is one of " + parts + " parts of a model; join them first"
                    + " (llama-gguf-split --merge FIRST_PART WHOLE) and import the whole");
        }
    }

    private static TensorInfo tensor(Path path, GgufReader in) throws IOException {
        String name = in.string();
        int rank = in.integer();
        if (rank < 0 || rank > MOST_SIZES) {
            throw new IOException("tensor " + name + " has " + rank + " sizes");
        }
        List<Long> dims = new ArrayList<>();
        for (int i = 0; i < rank; i++) {
            dims.add(in.length());
        }
        int type = in.integer();
        TensorType known = TensorType.of(type)
                .orElseThrow(() -> new BundleException(path + ": tensor " + name + " is of type number " + type
                        + "; types that can be read: " + Arrays.toString(TensorType.values())));
        if (!dims.isEmpty() && dims.get(0) % known.weights() != 0) {
            throw new IOException("tensor " + name + " has rows that are not whole blocks");
        }
        TensorInfo tensor = new TensorInfo(name, dims, known, in.length());
        if (tensor.count() > MOST_WEIGHTS) {
            throw new IOException("tensor " + name + " has " + tensor.count() + " weights");
        }
        return tensor;
    }

    private static void closeQuietly(FileChannel channel) {
        if (channel == null) {
            return;
        }
        try {
            channel.close();
        } catch (IOException e) {
            throw new IllegalStateException("a file that was only read did not close", e);
        }
    }
}
