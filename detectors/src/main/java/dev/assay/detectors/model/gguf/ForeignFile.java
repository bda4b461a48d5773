package dev.assay.detectors.model.gguf;

/** What a file that was taken for a GGUF file of a readable kind is instead, as the end of a sentence, with what to do. */
final class ForeignFile {
    private static final int GIT_LFS = 0x73726576; // "vers" of "version https://git-lfs…"
    private static final int DOCTYPE = 0x4f44213c; // "<!DO"
    private static final int HTML = 0x6d74683c; // "<htm"

    private ForeignFile() {}

    /** By its first four bytes as a little-endian number. */
    static String beginningWith(int magic) {
        return switch (magic) {
            case GIT_LFS ->
                " is no model but a Git LFS pointer to one; run `git lfs pull`, or download the file itself";
            case DOCTYPE, HTML -> " is no model but a web page; download the file itself";
            default -> " is not a GGUF file; convert the model to GGUF first";
        };
    }

    /** By its version as a little-endian number. */
    static String ofVersion(int version) {
        int swapped = Integer.reverseBytes(version);
        return swapped >= 1 && swapped <= 3
                ? " is a big-endian GGUF file; download or convert the little-endian one"
                : " is GGUF version " + Integer.toUnsignedString(version) + "; versions 2 and 3 can be read";
    }
}
