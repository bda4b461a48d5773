package dev.assay.streams.soak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.schemas.registry.RegistryException;
import dev.assay.schemas.registry.RegistrySettings;
import dev.assay.schemas.registry.SchemaRegistry;
import dev.assay.schemas.registry.UnknownSchemaException;
import java.util.Map;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

class LocalRegistryTest {
    private static final Schema TEXT = Schema.create(Schema.Type.STRING);

    @Test
    void answersWhileItIsUpAndKeepsItsPort() {
        try (LocalRegistry served = new LocalRegistry("local-registry-test")) {
            served.up();
            try (SchemaRegistry client = client(served)) {
                int id = client.register("texts-value", TEXT);
                assertThat(client.lookUp("texts-value", TEXT).id()).isEqualTo(id);
                assertThatThrownBy(() -> client.byId(id + 1)).isInstanceOf(UnknownSchemaException.class);
                served.down();
            }
            try (SchemaRegistry client = client(served)) {
                assertThatThrownBy(() -> client.byId(1)).isInstanceOf(RegistryException.class);
                served.up();
                assertThat(client.byId(client.lookUp("texts-value", TEXT).id())).isEqualTo(TEXT);
            }
        }
    }

    private static SchemaRegistry client(LocalRegistry served) {
        return SchemaRegistry.open(RegistrySettings.from(
                Map.of(RegistrySettings.URL, served.url(), "schema.registry.client", "own", "max.retries", "0")));
    }
}
