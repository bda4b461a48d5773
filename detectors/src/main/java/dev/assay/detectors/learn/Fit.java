package dev.assay.detectors.learn;

import dev.assay.detectors.corpus.DocumentIdentity;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Numbers learned from labelled texts, and what they were learned from. Immutable.
 *
 * @param certificate its birth certificate; that of a fold's fit is the whole's
 * @param fold the fold of documents that it has not seen, or {@value #WHOLE}
 * @param probe direction in the states
 * @param lexical weights of word sequences, where they were learned
 * @param standards scores of people's texts by detector, of fits that had not seen them
 * @param documents first 64 bits of the identity of every document it has seen, ascending as signed numbers
 */
@SuppressWarnings("ArrayRecordComponent") // read-only by convention
public record Fit(
        FitCertificate certificate,
        int fold,
        ProbeModel probe,
        Optional<LexicalModel> lexical,
        Map<String, Standard> standards,
        long[] documents) {
    /** The fold of a fit that has seen all documents. */
    public static final int WHOLE = -1;

    private static final int HEX = 16; // digits of 64 bits

    /** Copies the standards. */
    public Fit {
        standards = Map.copyOf(new TreeMap<>(standards));
    }

    /** SHA-256 of the certificate, and through it of the numbers, hex: what a verdict names, and a calibration must agree with. */
    public String id() {
        return FitFile.id(certificate);
    }

    /** Whether it was fitted to a text of this document. */
    public boolean hasSeen(DocumentIdentity document) {
        return Arrays.binarySearch(documents, bits(document)) >= 0;
    }

    /** The first 64 bits of a document's identity. */
    public static long bits(DocumentIdentity document) {
        return Long.parseUnsignedLong(document.sha256().substring(0, HEX), HEX);
    }
}
