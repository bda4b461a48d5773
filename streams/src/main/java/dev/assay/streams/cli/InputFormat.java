package dev.assay.streams.cli;

import java.util.Locale;

/** How files of texts are written. */
enum InputFormat {
    /** By the file's name, then by its first visible byte. */
    AUTO,
    /** One text a file. */
    TEXT,
    /** One JSON object a line. */
    JSONL;

    /** What AUTO stands for. */
    InputFormat of(String file, byte[] beginning) {
        if (this != AUTO) {
            return this;
        }
        String name = file.toLowerCase(Locale.ROOT);
        if (name.endsWith(".jsonl") || name.endsWith(".ndjson") || name.endsWith(".json")) {
            return JSONL;
        }
        if (name.endsWith(".txt") || name.endsWith(".md")) {
            return TEXT;
        }
        return firstVisible(beginning) == '{' ? JSONL : TEXT;
    }

    private static int firstVisible(byte[] bytes) {
        for (byte b : bytes) {
            if (!Character.isWhitespace(b)) {
                return b;
            }
        }
        return -1;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
