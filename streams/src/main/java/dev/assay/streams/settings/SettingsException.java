package dev.assay.streams.settings;

/** A setting that cannot be used as given. The message is one line that names the setting, its origin and the remedy. */
public final class SettingsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Takes the whole line; a key of a file may hold line breaks, which become spaces. */
    public SettingsException(String message) {
        super(message.replaceAll("\\R", " "));
    }
}
