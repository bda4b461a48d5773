package dev.assay.schemas.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.junit.jupiter.api.Test;

class MockRegistryTest {
    private static final Schema ONE =
            SchemaBuilder.record("R").fields().requiredInt("a").endRecord();
    private static final Schema TWO =
            SchemaBuilder.record("R").fields().requiredInt("a").optionalInt("b").endRecord();
    private static final Schema OTHER =
            SchemaBuilder.record("R").fields().requiredInt("c").endRecord();

    @Test
    void isSharedByName() {
        int id = open("shared").register("s", ONE);
        assertThat(open("shared").byId(id)).isEqualTo(ONE);
        assertThatThrownBy(() -> open("another").byId(id)).isInstanceOf(UnknownSchemaException.class);
    }

    @Test
    void numbersVersionsAndReusesIds() {
        var registry = open("numbers");
        assertThat(registry.register("s", ONE)).isEqualTo(1);
        assertThat(registry.register("s", TWO)).isEqualTo(2);
        assertThat(registry.register("s", ONE)).isEqualTo(1);
        assertThat(registry.register("t", TWO)).isEqualTo(2);
        assertThat(registry.latest("s")).isEqualTo(new RegisteredSchema("s", 2, 2, TWO));
        assertThat(registry.latest("t").version()).isEqualTo(1);
    }

    @Test
    void refusesWhatCannotReadTheNewest() {
        var registry = open("refuses");
        registry.register("s", ONE);
        assertThatThrownBy(() -> registry.register("s", OTHER)).isInstanceOf(RefusedSchemaException.class);
        assertThat(registry.latest("s").schema()).isEqualTo(ONE);
    }

    @Test
    void keepsToTheSubjectsRule() {
        Schema without = SchemaBuilder.record("R").fields().endRecord();
        var registry = open("rules");
        registry.register("s", ONE);
        assertThat(registry.rule("s")).isEqualTo(CompatibilityRule.BACKWARD);
        assertThat(registry.isCompatible("s", without)).isTrue();
        registry.setRule("s", CompatibilityRule.FULL_TRANSITIVE);
        assertThat(registry.isCompatible("s", without)).isFalse();
        assertThat(registry.isCompatible("s", TWO)).isTrue();
        registry.setRule("s", CompatibilityRule.FORWARD);
        assertThat(registry.isCompatible("s", without)).isFalse();
        registry.setRule("s", CompatibilityRule.NONE);
        assertThat(registry.isCompatible("s", OTHER)).isTrue();
        assertThat(registry.versions("s")).containsExactly(1);
        assertThat(registry.versions("nowhere")).isEmpty();
    }

    private static SchemaRegistry open(String name) {
        return SchemaRegistry.open(RegistrySettings.from(Map.of(RegistrySettings.URL, "mock://" + name)));
    }
}
