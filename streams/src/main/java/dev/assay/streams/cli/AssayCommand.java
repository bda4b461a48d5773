package dev.assay.streams.cli;

import dev.assay.streams.ProgramVersion;
import dev.assay.streams.judge.Judges;
import dev.assay.streams.settings.Secrets;
import dev.assay.streams.settings.SettingsException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The top of the command line. Exit codes: 0 done, 1 failed, 2 used wrongly. */
@Command(
        name = "assay",
        description =
                "Says what in a stream of texts was written by a machine, and what a language model has read before.",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        versionProvider = AssayCommand.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        usageHelpAutoWidth = true,
        footer = {
            "",
            "Examples:",
            "  assay demo                      watch verdicts on a sample stream, all on this machine",
            "  assay score essay.txt           judge one text, without Kafka",
            "  assay run --config my.properties  judge the events of a Kafka topic",
            "",
            "Exit codes: 0 done, 1 failed, 2 used wrongly."
        })
public final class AssayCommand implements Runnable {
    static final int DONE = 0;
    static final int FAILED = 1;
    static final int MISUSED = 2;

    @Option(
            names = "--debug",
            scope = ScopeType.INHERIT,
            description = "Show the stack trace of an error, and more of the log.")
    boolean debug;

    @Spec
    CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "no command given");
    }

    /** Runs one command and says how it ended. */
    public static int run(Surroundings here, Judges judges, String... args) {
        return commandLine(here, judges).execute(args);
    }

    static CommandLine commandLine(Surroundings here, Judges judges) {
        AssayCommand top = new AssayCommand();
        CommandLine line = new CommandLine(top);
        commands(here, judges).forEach(line::addSubcommand);
        return line.setOut(here.out())
                .setErr(here.err())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionStrategy(parsed -> {
                    Logs.setUp(top.debug);
                    return new CommandLine.RunLast().execute(parsed);
                })
                .setParameterExceptionHandler((wrong, given) -> misused(here, wrong))
                .setExecutionExceptionHandler((fault, command, parsed) -> failed(here, fault, top.debug));
    }

    /** In the order of {@code --help}. */
    private static List<Object> commands(Surroundings here, Judges judges) {
        return List.of(
                new DemoCommand(here, judges),
                new RunCommand(here, judges),
                new SampleCommand(here),
                new ScoreCommand(here, judges),
                new EvaluateCommand(here, judges),
                new FairnessCommand(here, judges),
                new AttackCommand(here),
                new TrainCommand(here),
                new CalibrateCommand(here, judges),
                calibrations(here),
                new BenchCommand(here),
                models(here),
                new FrequenciesCommand(here),
                topics(here),
                schemas(here),
                new BrokerCommand(here),
                new DoctorCommand(here),
                new SoakCommand(here),
                new ReplayCommand(here),
                new ConfigCommand(here),
                new VersionCommand(here));
    }

    private static CommandLine models(Surroundings here) {
        return new CommandLine(new ModelsCommand())
                .addSubcommand(new ModelsPullCommand(here))
                .addSubcommand(new ModelsListCommand(here))
                .addSubcommand(new ModelsShowCommand(here))
                .addSubcommand(new ModelsImportCommand(here))
                .addSubcommand(new ModelsVerifyCommand(here));
    }

    private static CommandLine topics(Surroundings here) {
        return new CommandLine(new TopicsCommand())
                .addSubcommand(new TopicsCreateCommand(here))
                .addSubcommand(new TopicsListCommand(here))
                .addSubcommand(new TopicsDescribeCommand(here))
                .addSubcommand(new TopicsGrowCommand(here));
    }

    private static CommandLine calibrations(Surroundings here) {
        return new CommandLine(new CalibrationsCommand())
                .addSubcommand(new CalibrationsPublishCommand(here))
                .addSubcommand(new CalibrationsListCommand(here))
                .addSubcommand(new CalibrationsFetchCommand(here))
                .addSubcommand(new CalibrationsRevokeCommand(here));
    }

    private static CommandLine schemas(Surroundings here) {
        return new CommandLine(new SchemasCommand())
                .addSubcommand(new SchemasRegisterCommand(here))
                .addSubcommand(new SchemasCheckCommand(here))
                .addSubcommand(new SchemasListCommand(here));
    }

    private static int misused(Surroundings here, ParameterException wrong) {
        String command = wrong.getCommandLine().getCommandSpec().qualifiedName();
        here.err().println(FaultLine.of(wrong) + " (see " + command + " --help)");
        return MISUSED;
    }

    private static int failed(Surroundings here, Exception fault, boolean debug) {
        here.out().flush();
        here.err().println(FaultLine.of(fault));
        if (debug) {
            StringWriter trace = new StringWriter();
            fault.printStackTrace(new PrintWriter(trace));
            here.err().print(Secrets.masked(trace.toString()));
        }
        return fault instanceof SettingsException ? MISUSED : FAILED;
    }

    /** Shown by {@code --version}. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"assay " + ProgramVersion.get()};
        }
    }
}
