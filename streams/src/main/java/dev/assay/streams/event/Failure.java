package dev.assay.streams.event;

import java.util.regex.Pattern;

/**
 * Why an event has no verdict, in words that hold no part of it: libraries quote the text they choke on in their messages, so only
 * messages of our own exceptions, which never do, are kept.
 *
 * @param exception class name of the exception
 * @param message what is wrong, without the event's text
 * @param stackTrace class names and frames, without messages
 */
public record Failure(String exception, String message, String stackTrace) {
    private static final String OURS = "dev.assay.";
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
    private static final int MOST_FRAMES = 24;
    private static final int MOST_CAUSES = 4;
    private static final int MOST_CHARACTERS = 500;
    private static final int MOST_TRACE = 12_000;

    /** The failure that an exception stands for. */
    public static Failure of(Throwable fault) {
        return new Failure(fault.getClass().getName(), message(fault), stackTrace(fault));
    }

    /** A short word for metrics: the exception's class without its package. */
    public String cause() {
        return exception.substring(exception.lastIndexOf('.') + 1);
    }

    private static String message(Throwable fault) {
        String name = fault.getClass().getName();
        if (!name.startsWith(OURS) || fault.getMessage() == null) {
            return name + " (its message is withheld: it may quote the event)";
        }
        // A name of a foreign schema, which messages may hold, can be of any characters.
        String message = CONTROL.matcher(fault.getMessage()).replaceAll(" ");
        return message.length() <= MOST_CHARACTERS ? message : message.substring(0, MOST_CHARACTERS);
    }

    private static String stackTrace(Throwable fault) {
        StringBuilder trace = new StringBuilder();
        int causes = 0;
        for (Throwable t = fault; t != null && causes < MOST_CAUSES; t = t.getCause()) {
            trace.append(causes++ == 0 ? "" : "Caused by: ").append(t.getClass().getName());
            frames(t, trace.append('\n'));
        }
        return trace.length() <= MOST_TRACE ? trace.toString() : trace.substring(0, MOST_TRACE);
    }

    private static void frames(Throwable fault, StringBuilder trace) {
        StackTraceElement[] frames = fault.getStackTrace();
        for (int i = 0; i < Math.min(frames.length, MOST_FRAMES); i++) {
            trace.append("\tat ").append(frames[i]).append('\n');
        }
    }
}
