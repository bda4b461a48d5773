package dev.assay.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class TopicsTest {

    @Test
    void allBearThePrefix() {
        assertThat(new Topics("team-1.").all())
                .extracting(Topic::name)
                .containsExactly(
                        "team-1.text-events",
                        "team-1.verdicts",
                        "team-1.source-evidence",
                        "team-1.metrics",
                        "team-1.feedback",
                        "team-1.calibrations",
                        "team-1.dead-letters");
    }

    @Test
    void onlyTablesAreCompacted() {
        assertThat(new Topics().all().stream().filter(t -> t.cleanUp().equals("compact")))
                .extracting(Topic::name)
                .containsExactly("assay.source-evidence", "assay.calibrations");
    }

    @Test
    void recordsHaveRoomForTheLargestEvent() {
        assertThat(new Topics("a.", 5_000_000).textEvents().settings())
                .containsEntry("max.message.bytes", "5065536")
                .containsEntry("cleanup.policy", "delete")
                .containsEntry("retention.ms", "604800000");
    }

    @Test
    void findsOneByEitherName() {
        var topics = new Topics("t.");
        assertThat(topics.find("verdicts")).contains(topics.verdicts());
        assertThat(topics.find("t.verdicts")).contains(topics.verdicts());
        assertThat(topics.find("assay.verdicts")).isEmpty();
    }

    @Test
    void requestsWhatIsAskedElseItsOwn() {
        var own = new Topics().verdicts().request();
        assertThat(own.numPartitions()).isEqualTo(6);
        assertThat(own.replicationFactor()).isEqualTo((short) -1);
        var asked = new Topics().verdicts().request(Optional.of(2), Optional.of((short) 3));
        assertThat(asked.numPartitions()).isEqualTo(2);
        assertThat(asked.replicationFactor()).isEqualTo((short) 3);
        assertThat(asked.configs()).containsEntry("cleanup.policy", "delete");
    }

    @Test
    void refusesAPrefixThatKafkaWouldRefuse() {
        assertThatThrownBy(() -> new Topics("my topics/"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("my topics/");
    }
}
