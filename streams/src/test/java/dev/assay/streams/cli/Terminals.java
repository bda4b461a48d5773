package dev.assay.streams.cli;

import dev.assay.detectors.model.ModelStore;
import dev.assay.streams.judge.BundleJudges;
import dev.assay.streams.judge.Judges;
import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Runs commands with a terminal of their own. */
public final class Terminals {
    private Terminals() {}

    /** How a command ended and what it wrote. */
    public record Ended(int code, String out, String err) {}

    public static Ended run(String... args) {
        return run(Map.of(), "", args);
    }

    static Ended run(Map<String, String> environment, String in, String... args) {
        return run(new FakeJudges(), environment, in, args);
    }

    /** With real models, of which none is fetched. */
    static Ended runWithModels(String... args) {
        return runWithModels(Map.of(), args);
    }

    /** The same with variables of the environment. */
    public static Ended runWithModels(Map<String, String> environment, String... args) {
        return run(new BundleJudges(ModelStore::open), environment, "", args);
    }

    private static Ended run(Judges judges, Map<String, String> environment, String in, String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Surroundings here = new Surroundings(
                environment,
                new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8)),
                new PrintWriter(out),
                new PrintWriter(err));
        int code = AssayCommand.run(here, judges, args);
        return new Ended(code, out.toString(), err.toString());
    }
}
