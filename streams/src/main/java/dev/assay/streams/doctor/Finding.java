package dev.assay.streams.doctor;

/**
 * What a check found.
 *
 * @param check name of the check
 * @param status how it is
 * @param says what was found, in one line; where it is FAILED with the remedy
 */
public record Finding(String check, Status status, String says) {
    /** How it is. */
    public enum Status {
        /** As it should be. */
        OK("✓"),
        /** Assay works, but perhaps not as somebody meant it to, or not as fast as it could. */
        NOTED("!"),
        /** Something is to be done before Assay works as it should. */
        FAILED("✗"),
        /** Not looked at, since something else failed before. */
        SKIPPED("–");

        private final String mark;

        Status(String mark) {
            this.mark = mark;
        }

        /** The sign a person sees. */
        public String mark() {
            return mark;
        }
    }

    static Finding ok(Check check, String says) {
        return new Finding(check.name(), Status.OK, says);
    }

    static Finding noted(Check check, String says) {
        return new Finding(check.name(), Status.NOTED, says);
    }

    static Finding failed(Check check, String says) {
        return new Finding(check.name(), Status.FAILED, says);
    }

    static Finding skipped(Check check, String says) {
        return new Finding(check.name(), Status.SKIPPED, says);
    }
}
