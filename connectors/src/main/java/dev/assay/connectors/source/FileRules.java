package dev.assay.connectors.source;

/**
 * How files are read.
 *
 * @param layout what all of them hold, or null: as their names say
 * @param separator between the columns of a CSV row
 * @param maxBytes longest entry
 * @param wholeTexts whether a .txt file is one text, rather than one a line
 * @param tail whether a file may still grow
 */
record FileRules(Layout layout, char separator, int maxBytes, boolean wholeTexts, boolean tail) {

    Layout layoutOf(String file) {
        return layout == null ? Layout.of(file) : layout;
    }

    boolean isWhole(String file) {
        return wholeTexts && layoutOf(file) == Layout.TEXT;
    }

    /** Whether the file's last line is complete without a line break: nobody appends to such a file. */
    boolean endsForGood(String file) {
        return !tail || Layout.isCompressed(file) || isWhole(file);
    }
}
