package dev.assay.connectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.schemas.Decision;
import dev.assay.schemas.VerdictJson;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.errors.DataException;
import org.junit.jupiter.api.Test;

@SuppressWarnings("JavaUtilDate") // Connect's type for times
class ConnectJsonTest {
    @Test
    void writesConnectsTypes() {
        Schema schema = SchemaBuilder.struct()
                .field("n", Schema.INT32_SCHEMA)
                .field("none", Schema.OPTIONAL_STRING_SCHEMA)
                .build();
        Struct struct = new Struct(schema).put("n", 7);
        assertThat(ConnectJson.of(struct)).hasToString("{\"n\":7,\"none\":null}");
        assertThat(ConnectJson.of(List.of(1L, 2.5, true, "x", new BigDecimal("4.50"), Double.NaN)))
                .hasToString("[1,2.5,true,\"x\",4.50,null]");
        assertThat(ConnectJson.of(new Date(0))).hasToString("\"1970-01-01T00:00:00Z\"");
        assertThat(ConnectJson.of(new byte[] {1})).hasToString("\"AQ==\"");
        assertThat(ConnectJson.of(ByteBuffer.wrap(new byte[] {1}))).hasToString("\"AQ==\"");
        assertThatThrownBy(() -> ConnectJson.of(new Object())).isInstanceOf(DataException.class);
    }

    @Test
    void aVerdictHasOneFormHoweverItCame() {
        String printed = VerdictJson.write(Verdicts.verdict("e1", Decision.FLAGGED));
        assertThat(ConnectJson.of(Verdicts.struct("e1", Decision.FLAGGED))).hasToString(printed);
        assertThat(ConnectJson.verdict(ConnectJson.of(Verdicts.map("e1", Decision.FLAGGED))))
                .hasToString(printed);
    }

    @Test
    void whatHasNoQuestionsIsNoVerdict() {
        assertThatThrownBy(() -> ConnectJson.verdict(ConnectJson.of(Map.of("text", "secret"))))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("questions")
                .hasMessageNotContaining("secret");
    }
}
