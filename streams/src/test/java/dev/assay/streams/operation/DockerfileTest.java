package dev.assay.streams.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.streams.cli.CommandTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the Dockerfile names exists: in the repository, in the program, in the compose file. */
class DockerfileTest {
    private static final Path ROOT = Path.of(System.getProperty("assay.root"));
    private static final Pattern MODULE = Pattern.compile("<module>(\\w+)</module>");

    private static Dockerfile dockerfile;

    @BeforeAll
    static void read() throws IOException {
        dockerfile = Dockerfile.read();
    }

    @Test
    void imagesArePinned() {
        List<String> stages = new ArrayList<>();
        for (String from : dockerfile.all("FROM")) {
            String[] words = from.split(" ", -1);
            assertThat(stages.contains(words[0])
                            || words[0].matches("[a-z/-]+:\\d+\\.\\d+\\.\\d+[^@ ]*@sha256:[0-9a-f]{64}"))
                    .as(from)
                    .isTrue();
            stages.add(words[2]);
        }
    }

    @Test
    void copiesWhatIsThereAndEveryModule() throws IOException {
        String ignored = Files.readString(ROOT.resolve(".dockerignore"));
        List<String> copied = new ArrayList<>();
        for (String copy : dockerfile.all("COPY")) {
            if (!copy.startsWith("--from")) {
                List<String> words = List.of(copy.split(" ", -1));
                copied.addAll(words.subList(0, words.size() - 1));
            }
        }
        assertThat(copied).allSatisfy(source -> {
            assertThat(ROOT.resolve(source)).exists();
            assertThat(ignored).containsPattern("(?m)^!" + source + "($|/)");
        });
        List<String> modules = new ArrayList<>();
        MODULE.matcher(Files.readString(ROOT.resolve("pom.xml")))
                .results()
                .forEach(match -> modules.add(match.group(1)));
        assertThat(copied).containsAll(modules);
        assertThat(ignored.lines().filter(line -> line.startsWith("!")))
                .allSatisfy(line -> assertThat(ROOT.resolve(line.substring(1).replaceFirst("/\\*\\*$", "")))
                        .exists());
    }

    @Test
    void runsCommandsThatExistAsAUserThatIsNotRoot() {
        Pattern call = Pattern.compile("/opt/assay/assay ([a-z]+ [a-z]+)");
        List<String> called = call.matcher(dockerfile.text())
                .results()
                .map(match -> match.group(1))
                .toList();
        assertThat(called).isNotEmpty().allSatisfy(command -> CommandTree.parse(command));
        assertThat(dockerfile.all("CMD")).containsExactly("[\"run\"]");
        CommandTree.parse("run");
        assertThat(dockerfile.all("ENTRYPOINT")).containsExactly("[\"/opt/assay/assay\"]");
        List<String> users = dockerfile.all("USER");
        assertThat(users.get(users.size() - 1)).isEqualTo("assay");
    }

    @Test
    void composeBuildsItsStagesAndAsksForTheSameHealth() throws IOException {
        Compose compose = Compose.read();
        for (String service : List.of("assay", "connect")) {
            String target = compose.service(service).at("/build/target").asText();
            assertThat(dockerfile.all("FROM")).anyMatch(from -> from.endsWith(" AS " + target));
        }
        compose.service("assay")
                .at("/build/args")
                .fieldNames()
                .forEachRemaining(argument ->
                        assertThat(dockerfile.all("ARG")).anyMatch(declared -> declared.startsWith(argument + "=")));
        String test = compose.service("assay").at("/healthcheck/test").toString();
        assertThat(dockerfile.text().replace(", ", ",")).contains(test.replaceFirst("\\[\"CMD\",", "CMD ["));
        assertThat(compose.service("assay").get("volumes").toString())
                .contains(dockerfile.all("VOLUME").get(0));
    }
}
