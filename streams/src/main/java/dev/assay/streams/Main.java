package dev.assay.streams;

import dev.assay.detectors.model.ModelStore;
import dev.assay.streams.cli.AssayCommand;
import dev.assay.streams.cli.Surroundings;
import dev.assay.streams.judge.BundleJudges;
import dev.assay.streams.judge.Judges;
import java.io.BufferedInputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** Where the program starts. */
@Terminal
public final class Main {
    private Main() {}

    /** Runs one command and exits: 0 done, 1 failed, 2 used wrongly. */
    public static void main(String[] args) {
        run(new BundleJudges(ModelStore::open), args);
    }

    /** The same with other judges. */
    public static void run(Judges judges, String... args) {
        PrintWriter out = writer(FileDescriptor.out);
        PrintWriter err = writer(FileDescriptor.err);
        Surroundings here = new Surroundings(System.getenv(), new BufferedInputStream(System.in), out, err);
        int code = AssayCommand.run(here, judges, args);
        out.flush();
        err.flush();
        System.exit(code);
    }

    /** UTF-8 whatever the platform's charset, flushed at line ends: verdicts appear as they come. */
    private static PrintWriter writer(FileDescriptor descriptor) {
        return new PrintWriter(new OutputStreamWriter(new FileOutputStream(descriptor), StandardCharsets.UTF_8), true);
    }
}
