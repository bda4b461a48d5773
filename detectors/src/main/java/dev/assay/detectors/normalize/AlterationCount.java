package dev.assay.detectors.normalize;

/** Counts alterations while they are made; see {@link Alterations} for what each counts. */
final class AlterationCount {
    private int compatibility;
    private int lookAlikes;
    private int invisible;
    private int whiteSpace;

    void compatibility(int codePoints) {
        compatibility += codePoints;
    }

    void lookAlikes(int letters) {
        lookAlikes += letters;
    }

    void invisible() {
        invisible++;
    }

    void whiteSpace(int codePoints) {
        whiteSpace += codePoints;
    }

    Alterations of(int codePoints) {
        return new Alterations(codePoints, compatibility, lookAlikes, invisible, whiteSpace);
    }
}
