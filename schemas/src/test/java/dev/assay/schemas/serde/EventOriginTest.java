package dev.assay.schemas.serde;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.schemas.Samples;
import dev.assay.schemas.TextEvent;
import dev.assay.schemas.TextEventJson;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class EventOriginTest {
    private final EventOrigin origin = new EventOrigin("posts", 3, 42, 1_700_000_000_123L);

    @Test
    void fillsInWhatIsAbsent() {
        TextEvent event = origin.complete(
                TextEventJson.read("{\"text\":\"x\",\"source\":\" \",\"language\":\"\"}"), "ann".getBytes(UTF_8));
        assertThat(event.getId()).isEqualTo("posts-3-42");
        assertThat(event.getSource()).isEqualTo("ann");
        assertThat(event.getCreatedAt()).isEqualTo(Instant.ofEpochMilli(1_700_000_000_123L));
        assertThat(event.getLanguage()).isNull();
    }

    @Test
    void leavesWhatIsThere() {
        assertThat(origin.complete(Samples.event(), "bob".getBytes(UTF_8))).isEqualTo(Samples.event());
    }

    @Test
    void namesASourceByAnyKey() {
        assertThat(EventOrigin.source(null)).isEqualTo("unknown");
        assertThat(EventOrigin.source(new byte[0])).isEqualTo("unknown");
        assertThat(EventOrigin.source(new byte[] {0, 0, 0, 42})).isEqualTo("0x0000002a");
        assertThat(EventOrigin.source(new byte[] {(byte) 0xFF})).isEqualTo("0xff");
    }
}
