package dev.assay.streams.operation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The Dockerfile.
 *
 * @param text with continued lines joined, without comments
 */
record Dockerfile(String text) {
    private static final Pattern VARIABLE = Pattern.compile("([A-Z_]+)=(\\S+)");

    static Dockerfile read() throws IOException {
        String text = Files.readString(Path.of(System.getProperty("assay.root"), "Dockerfile"));
        return new Dockerfile(text.replaceAll("(?m)^#.*\n", "").replaceAll("\\\\\n\\s*", ""));
    }

    /** What follows an instruction, in order. */
    List<String> all(String instruction) {
        return text.lines()
                .filter(line -> line.startsWith(instruction + " "))
                .map(line -> line.substring(instruction.length() + 1))
                .toList();
    }

    /** Variables of the image. */
    Map<String, String> environment() {
        Map<String, String> variables = new TreeMap<>();
        all("ENV")
                .forEach(line -> VARIABLE.matcher(line)
                        .results()
                        .forEach(match -> variables.put(match.group(1), match.group(2))));
        return variables;
    }
}
