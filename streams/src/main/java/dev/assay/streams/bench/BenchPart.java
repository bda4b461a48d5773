package dev.assay.streams.bench;

import java.util.List;

/** One part of the bench. */
interface BenchPart {
    /** The figures it is there for. */
    List<Figure> figures();

    /** Measures; what cannot be measured on this machine is left out, with a line to the bench's progress. */
    void measure(Bench bench, Findings findings) throws InterruptedException;
}
