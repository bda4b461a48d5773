package dev.assay.streams.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.schemas.registry.CompatibilityRule;
import dev.assay.schemas.registry.RegistrySettings;
import dev.assay.schemas.registry.SchemaRegistry;
import dev.assay.streams.cli.Terminals.Ended;
import java.util.Arrays;
import java.util.Map;
import org.apache.avro.SchemaBuilder;
import org.junit.jupiter.api.Test;

class SchemasCommandTest {
    private static final String EVENTS = "assay.text-events-value";
    private static final String VERDICTS = "assay.verdicts-value";
    private static final String METRICS = "assay.metrics-value";

    @Test
    void registersOnceAndLists() {
        String url = "mock://schemas-register";
        assertThat(run(url, "list").out())
                .containsPattern(EVENTS + " +missing")
                .containsPattern(VERDICTS + " +missing");
        Ended first = run(url, "register");
        assertThat(first.err()).isEmpty();
        assertThat(first.out())
                .isEqualTo(EVENTS + ": registered, version 1, id 1, rule FULL_TRANSITIVE\n" + VERDICTS
                        + ": registered, version 1, id 2, rule FULL_TRANSITIVE\n" + METRICS
                        + ": registered, version 1, id 3, rule FULL_TRANSITIVE\n");
        assertThat(run(url, "register", "verdicts").out())
                .isEqualTo(VERDICTS + ": exists, version 1, id 2, rule FULL_TRANSITIVE\n");
        assertThat(run(url, "list").out())
                .containsPattern(
                        VERDICTS + " +newest version 1, id 2, rule FULL_TRANSITIVE, this program's version 1, id 2");
    }

    @Test
    void leavesTheRuleOfAnExistingSubjectUnlessTold() {
        String url = "mock://schemas-rule";
        SchemaRegistry registry = registry(url);
        registry.register(
                EVENTS,
                SchemaBuilder.record("TextEvent")
                        .namespace("dev.assay.schemas")
                        .fields()
                        .endRecord());
        assertThat(run(url, "register", "text-events").out())
                .contains("registered, version 2")
                .contains("rule BACKWARD");
        assertThat(run(url, "register", "text-events", "--rule", "FULL").out())
                .contains("exists, version 2")
                .contains("rule FULL\n");
        assertThat(registry.rule(EVENTS)).isEqualTo(CompatibilityRule.FULL);
    }

    @Test
    void checksWithoutChangingAnything() {
        String url = "mock://schemas-check";
        Ended missing = run(url, "check");
        assertThat(missing.code()).isEqualTo(1);
        assertThat(missing.out()).contains(EVENTS + ": missing\n");
        assertThat(missing.err())
                .contains(EVENTS + ", " + VERDICTS + ", " + METRICS)
                .contains("assay schemas register")
                .hasLineCount(1);
        assertThat(registry(url).versions(EVENTS)).isEmpty();
        run(url, "register");
        Ended there = run(url, "check");
        assertThat(there.code()).isZero();
        assertThat(there.out()).contains(VERDICTS + ": registered, version 1, id 2\n");
    }

    @Test
    void namesASubjectThatHoldsSomethingElse() {
        String url = "mock://schemas-foreign";
        registry(url)
                .register(
                        VERDICTS,
                        SchemaBuilder.record("Invoice")
                                .fields()
                                .requiredInt("sum")
                                .endRecord());
        Ended ended = run(url, "check", "verdicts");
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.out()).contains("missing among 1 versions, and the rule BACKWARD forbids it");
        assertThat(ended.err()).contains(VERDICTS).contains("topic.prefix").hasLineCount(1);
        assertThat(run(url, "register", "verdicts").err()).contains(VERDICTS).hasLineCount(1);
    }

    @Test
    void namesWhatIsWrong() {
        assertThat(run("mock://schemas-wrong", "register", "feedback").err())
                .contains("assay.feedback")
                .hasLineCount(1);
        Ended noRegistry = Terminals.run("schemas", "list");
        assertThat(noRegistry.code()).isEqualTo(2);
        assertThat(noRegistry.err()).contains("schema.registry.url").hasLineCount(1);
        assertThat(run("http://127.0.0.1:1", "list").err())
                .contains("127.0.0.1:1")
                .hasLineCount(1);
        assertThat(Terminals.run("schemas").code()).isEqualTo(2);
    }

    private static SchemaRegistry registry(String url) {
        return SchemaRegistry.open(RegistrySettings.from(Map.of(RegistrySettings.URL, url)));
    }

    private static Ended run(String url, String... args) {
        String[] all = Arrays.copyOf(new String[] {"schemas"}, args.length + 3);
        System.arraycopy(args, 0, all, 1, args.length);
        all[args.length + 1] = "--set";
        all[args.length + 2] = "schema.registry.url=" + url;
        return Terminals.run(all);
    }
}
