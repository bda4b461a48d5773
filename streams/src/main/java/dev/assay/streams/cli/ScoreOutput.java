package dev.assay.streams.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.schemas.Verdict;
import dev.assay.schemas.VerdictJson;
import java.io.PrintWriter;
import java.util.Locale;

/** Prints verdicts and bad lines as they come. */
abstract class ScoreOutput {
    private boolean clean = true;

    /** What came of one entry: a verdict, or why there is none. */
    record Line(InputEntry.Place place, Verdict verdict, String error) {}

    /** How it is printed. */
    enum Kind {
        TABLE,
        JSON;

        ScoreOutput on(PrintWriter out, boolean severalFiles) {
            return this == JSON ? new Json(out, severalFiles) : new Table(out);
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether every line held a text that could be judged. */
    final boolean isClean() {
        return clean;
    }

    final void print(Line line) {
        clean &= line.verdict() != null;
        write(line);
    }

    abstract void write(Line line);

    private static final class Json extends ScoreOutput {
        private final PrintWriter out;
        private final boolean severalFiles;

        Json(PrintWriter out, boolean severalFiles) {
            this.out = out;
            this.severalFiles = severalFiles;
        }

        @Override
        void write(Line line) {
            if (line.verdict() != null) {
                out.println(VerdictJson.write(line.verdict()));
                return;
            }
            ObjectNode error = JsonNodeFactory.instance.objectNode();
            if (severalFiles) {
                error.put("file", line.place().file());
            }
            out.println(error.put("line", line.place().line()).put("error", line.error()));
        }
    }

    private static final class Table extends ScoreOutput {
        private final PrintWriter out;
        private boolean begun;

        Table(PrintWriter out) {
            this.out = out;
        }

        @Override
        void write(Line line) {
            if (!begun) {
                out.println(VerdictRow.HEADING);
                begun = true;
            }
            if (line.verdict() == null) {
                out.println(line.place().file() + ":" + line.place().line() + ": " + line.error());
                return;
            }
            out.println(VerdictRow.of(line.verdict()));
            out.println(VerdictRow.scores(line.verdict()));
        }
    }
}
