package dev.assay.streams.cli;

import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import picocli.CommandLine;

/** All commands, to look at and not to run. */
public final class CommandTree {
    private CommandTree() {}

    static CommandLine root() {
        PrintWriter nowhere = new PrintWriter(new StringWriter());
        return AssayCommand.commandLine(
                new Surroundings(Map.of(), InputStream.nullInputStream(), nowhere, nowhere), new FakeJudges());
    }

    /** The program itself and all commands below it. */
    static Stream<CommandLine> all() {
        return all(root());
    }

    private static Stream<CommandLine> all(CommandLine line) {
        return Stream.concat(
                Stream.of(line),
                line.getSubcommands().values().stream().distinct().flatMap(CommandTree::all));
    }

    /** Their names, without that of the program. */
    public static List<String> names() {
        return all().map(line -> line.getCommandSpec().qualifiedName().replaceFirst("^assay ?", ""))
                .filter(name -> !name.isEmpty())
                .toList();
    }

    /** Throws picocli's exception where these arguments are not understood. */
    public static void parse(String arguments) {
        root().parseArgs(arguments.split(" "));
    }
}
