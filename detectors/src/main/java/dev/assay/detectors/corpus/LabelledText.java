package dev.assay.detectors.corpus;

/**
 * A text with what is known of its origin.
 *
 * @param id its own id, or file name and place in the file
 * @param text the text as the file has it, white space included
 * @param label who wrote it, or null when unknown
 * @param document the document it is of; a machine text that was paired with a human text has the human's
 * @param domain kind of text, or null when the file does not say
 * @param language ISO 639-1 code, or null when the file does not say
 * @param source the collection it was taken from, or null when the file does not say
 * @param generator the model that wrote a machine text, or null when the file does not say
 * @param group whom the writer of a human text belongs to, or null when the file does not say
 */
public record LabelledText(
        String id,
        String text,
        Label label,
        DocumentIdentity document,
        String domain,
        String language,
        String source,
        String generator,
        String group) {
    /** A text of which only the label is known; label may be null. */
    public static LabelledText of(String id, String text, Label label) {
        return of(id, text, label, DocumentIdentity.of(text));
    }

    /** A text of which only the label and the document are known; label may be null. */
    public static LabelledText of(String id, String text, Label label, DocumentIdentity document) {
        return new LabelledText(id, text, label, document, null, null, null, null, null);
    }

    /** Another text of the same document and origin, such as a changed copy. */
    public LabelledText with(String otherId, String otherText) {
        return new LabelledText(otherId, otherText, label, document, domain, language, source, generator, group);
    }

    /** Whether its document is for calibration or for testing. */
    public Half half() {
        return document.half();
    }
}
