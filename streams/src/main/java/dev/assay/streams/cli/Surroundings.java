package dev.assay.streams.cli;

import dev.assay.streams.settings.Secrets;
import java.io.InputStream;
import java.io.PrintWriter;
import java.util.Map;

/**
 * What a command has around it, so that a test can put something else there.
 *
 * @param environment variables by name
 * @param in standard input
 * @param out standard output: results and nothing else
 * @param err standard error: progress and errors
 */
public record Surroundings(Map<String, String> environment, InputStream in, PrintWriter out, PrintWriter err) {
    /** Says on standard error how a long work goes on. */
    void progress(String line) {
        err.println("assay: " + Secrets.masked(line));
        err.flush();
    }
}
