package dev.assay.streams.cli;

import dev.assay.streams.demo.Demo;
import dev.assay.streams.judge.Judges;
import dev.assay.streams.settings.Settings;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Shows it all on this machine: broker, application and a sample stream. */
@Command(
        name = "demo",
        description = {
            "Start a Kafka broker and the application in this process, send a sample stream and print the verdicts.",
            "The first time, the default model is fetched (98 MB). Nothing is left behind but the model."
        },
        footer = {
            "",
            "Examples:",
            "  assay demo                       until Ctrl-C",
            "  assay demo --events 40 --exit    40 records, then exit: 0 if each was answered exactly once"
        })
final class DemoCommand implements Callable<Integer> {
    private final Surroundings here;
    private final Judges judges;

    @Option(
            names = "--events",
            paramLabel = "N",
            description = "Records to send at once; default: one round of the sample.")
    Integer events;

    @Option(names = "--exit", description = "End when they are answered, instead of going on at a gentle pace.")
    boolean exit;

    @Mixin
    final ScoringOptions scoring = new ScoringOptions();

    @Mixin
    final SettingsOptions options;

    @Spec
    CommandSpec spec;

    DemoCommand(Surroundings here, Judges judges) {
        this.here = here;
        this.judges = judges;
        this.options = new SettingsOptions(here);
    }

    @Override
    public Integer call() throws InterruptedException {
        if (events != null && events < 1) {
            throw new ParameterException(spec.commandLine(), "--events " + events + ": give 1 or more");
        }
        Settings settings = scoring.over(options.read());
        Logs.quiet();
        boolean balanced = new Demo(judges, new DemoTable(here)).run(settings, events == null ? 0 : events, exit);
        return balanced ? AssayCommand.DONE : AssayCommand.FAILED;
    }
}
