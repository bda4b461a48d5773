package dev.assay.detectors.model.gguf;

import java.util.List;

/**
 * Where a tensor lies.
 *
 * @param name its name
 * @param dims sizes, the fastest-running first: a matrix is (inputs, outputs), stored row by row of one output
 * @param type how its weights are stored
 * @param position of its first byte in the file
 */
record TensorInfo(String name, List<Long> dims, TensorType type, long position) {
    long count() {
        return dims.stream().reduce(1L, Math::multiplyExact);
    }

    long bytes() {
        return type.bytes(count());
    }
}
