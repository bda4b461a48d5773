package dev.assay.streams.readme;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A command that a README shows: a line of a fenced block in a shell's language, or code in a line of text that begins with the name of a
 * program. Comments are left out and continued lines are joined.
 */
record ShownCommand(Path readme, String line) {
    private static final Pattern FENCE =
            Pattern.compile("^```(\\S*)\\s*$(.*?)^```", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Set<String> SHELLS = Set.of("sh", "bash", "shell", "console");
    private static final Pattern INLINE = Pattern.compile("`((?:\\./assay|assay|mvn|docker) [^`\n]+)`");
    private static final Set<String> PASSED_OVER = Set.of("target", "node_modules");

    /** All of them, by README and place. */
    static List<ShownCommand> below(Path root) throws IOException {
        List<Path> readmes = new ArrayList<>();
        collect(root, readmes);
        return readmes.stream().sorted().flatMap(ShownCommand::in).toList();
    }

    private static void collect(Path folder, List<Path> readmes) throws IOException {
        try (Stream<Path> inside = Files.list(folder)) {
            for (Path path : inside.toList()) {
                String name = path.getFileName().toString();
                if (Files.isDirectory(path) && !name.startsWith(".") && !PASSED_OVER.contains(name)) {
                    collect(path, readmes);
                } else if (name.endsWith("README.md")) {
                    readmes.add(path);
                }
            }
        }
    }

    private static Stream<ShownCommand> in(Path readme) {
        String text = text(readme);
        Stream<String> fenced = FENCE.matcher(text)
                .results()
                .filter(fence -> SHELLS.contains(fence.group(1)))
                .flatMap(fence -> lines(fence.group(2)));
        Stream<String> inline = INLINE.matcher(FENCE.matcher(text).replaceAll(""))
                .results()
                .map(code -> code.group(1).strip());
        return Stream.concat(fenced, inline).map(line -> new ShownCommand(readme, line));
    }

    /** The commands of a script, one a line. */
    static Stream<String> lines(String script) {
        return script.replaceAll("\\\\\n\\s*", "")
                .lines()
                .map(line -> line.replaceFirst("(^|\\s)#.*", "").strip())
                .filter(line -> !line.isEmpty());
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
