package dev.assay.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The launcher script with a Java that only says how it was called. */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {
    private static final Path SCRIPT = Path.of(System.getProperty("assay.root"), "assay");

    @TempDir
    Path folder;

    private Path script;

    private record Ended(int code, String out, String err) {}

    @BeforeEach
    void install() throws IOException {
        script = Files.copy(
                SCRIPT, Files.createDirectories(folder.resolve("an install")).resolve("assay"));
        assertThat(script.toFile().setExecutable(true)).isTrue();
        java("17.0.9");
    }

    @Test
    void isAShellScript() throws Exception {
        assertThat(run(Map.of(), "sh", "-n", SCRIPT.toString()).code()).isZero();
    }

    @Test
    void handsArgumentsOnFromAnywhereAndThroughLinks() throws Exception {
        Path link = Files.createSymbolicLink(
                folder.resolve("link"),
                Files.createSymbolicLink(folder.resolve("other link"), Path.of("an install/assay")));
        Ended ended = run(Map.of("JAVA_OPTS", "-Xmx2g -Dx=y"), link.toString(), "score", "two words.txt", "");
        assertThat(ended.err()).isEmpty();
        assertThat(ended.code()).isEqualTo(7);
        assertThat(ended.out())
                .contains(
                        "[-Xmx512m]",
                        "[-Xmx2g][-Dx=y]",
                        "[" + folder.toRealPath().resolve("an install") + "/lib/*]")
                .endsWith("[dev.assay.streams.Main][score][two words.txt][]\n");
    }

    @Test
    void allowsNativeAccessWhereJavaAsksForIt() throws Exception {
        assertThat(run(Map.of(), script.toString()).out()).doesNotContain("native");
        java("25");
        assertThat(run(Map.of(), script.toString()).out()).contains("[--enable-native-access=ALL-UNNAMED]");
    }

    @Test
    void namesAJavaThatIsTooOldOrMissing() throws Exception {
        java("11.0.2");
        Ended old = run(Map.of(), script.toString());
        assertThat(old.code()).isEqualTo(1);
        assertThat(old.err()).contains("Java 11").contains("17 or newer").hasLineCount(1);
        Ended missing = run(Map.of("JAVA_HOME", folder.toString()), script.toString());
        assertThat(missing.code()).isEqualTo(1);
        assertThat(missing.err()).contains("JAVA_HOME").hasLineCount(1);
    }

    @Test
    void aBuildLeavesNoLibraryOfTheLastOne() throws Exception {
        Path home = script.getParent();
        Files.createFile(home.resolve("pom.xml"));
        Path stale = Files.createFile(
                Files.createDirectories(home.resolve("streams/target/lib")).resolve("library-1.jar"));
        Path maven = Files.writeString(folder.resolve("jdk/bin/mvn"), "#!/bin/sh\n");
        assertThat(maven.toFile().setExecutable(true)).isTrue();
        String path = maven.getParent() + ":" + System.getenv("PATH");
        assertThat(run(Map.of("PATH", path), script.toString()).code()).isEqualTo(7);
        assertThat(stale).doesNotExist();
    }

    private void java(String version) throws IOException {
        Path java = Files.createDirectories(folder.resolve("jdk/bin")).resolve("java");
        Files.writeString(java, """
                #!/bin/sh
                if [ "$1" = -version ]; then echo 'openjdk version "VERSION" 2023-10-17' >&2; exit; fi
                for word in "$@"; do printf '[%s]' "$word"; done
                echo
                exit 7
                """.replace("VERSION", version));
        assertThat(java.toFile().setExecutable(true)).isTrue();
    }

    private Ended run(Map<String, String> environment, String... command) throws Exception {
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        ProcessBuilder builder = new ProcessBuilder(List.of(command))
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().remove("JAVA_OPTS");
        builder.environment().put("JAVA_HOME", folder.resolve("jdk").toString());
        builder.environment().putAll(environment);
        Process process = builder.start();
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        return new Ended(
                process.exitValue(),
                Files.readString(out, StandardCharsets.UTF_8),
                Files.readString(err, StandardCharsets.UTF_8));
    }
}
