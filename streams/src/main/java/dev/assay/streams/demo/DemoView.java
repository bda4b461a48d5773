package dev.assay.streams.demo;

import dev.assay.schemas.Verdict;
import java.util.List;

/** Who watches a demonstration. */
public interface DemoView {
    /** How long work goes on. */
    void progress(String line);

    /** A verdict, with who is known to have written its text (null where that is no question). */
    void verdict(Verdict verdict, String label);

    /** A dead letter: its record's id, its key and the simple name of what it died of. */
    void deadLetter(String id, String source, String fault);

    /** What it all comes to. */
    void summary(List<String> lines);
}
