package dev.assay.streams.calibrations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.detectors.calibrate.Calibration;
import dev.assay.streams.calibrations.Published.Standing;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class PublishedCalibrationsTest {
    private static final Calibration NEWS = SampleCalibrations.of("fp32", "news");
    private static final Calibration FORUM = SampleCalibrations.of("fp32", "forum");
    private static final Calibration FOREIGN = SampleCalibrations.of("int8", "news");

    private final PublishedCalibrations published = new PublishedCalibrations(
            calibration -> calibration.certificate().precision().equals("fp32")
                    ? Optional.empty()
                    : Optional.of("precision int8, not fp32"));
    private long offset;

    private void take(String key, byte[] value) {
        byte[] bytes = key == null ? null : key.getBytes(StandardCharsets.UTF_8);
        published.take(new ConsumerRecord<>("c", 0, offset++, bytes, value));
    }

    private void take(Calibration calibration) {
        take(calibration.id(), SampleCalibrations.json(calibration));
    }

    @Test
    void keepsTheLatestOfEachKey() {
        take(NEWS);
        take(FORUM);
        take(NEWS);
        assertThat(published.used()).containsExactlyInAnyOrder(NEWS, FORUM);
        take(NEWS.id(), null);
        assertThat(published.used()).containsExactly(FORUM);
        take(NEWS);
        assertThat(published.used()).hasSize(2);
        take("unknown", null);
        assertThat(published.all()).hasSize(2);
    }

    @Test
    void passesOverWhatIsOfAnotherModel() {
        take(FOREIGN);
        take(NEWS);
        assertThat(published.used()).containsExactly(NEWS);
        assertThat(published.with(Standing.FOREIGN)).singleElement().satisfies(foreign -> {
            assertThat(foreign.key()).isEqualTo(FOREIGN.id());
            assertThat(foreign.says()).contains(FOREIGN.id(), "precision int8, not fp32");
        });
    }

    @Test
    void passesOverWhatIsBrokenAndSaysWhere() {
        byte[] altered = new String(SampleCalibrations.json(NEWS), StandardCharsets.UTF_8)
                .replace("-1.0", "-2.0")
                .getBytes(StandardCharsets.UTF_8);
        take(NEWS.id(), altered);
        take("another key", SampleCalibrations.json(FORUM));
        take(null, SampleCalibrations.json(FORUM));
        take("line\nbreak", "secret words".getBytes(StandardCharsets.UTF_8));
        take("not UTF-8", new byte[] {(byte) 0xff, 0});
        take("nothing", new byte[0]);
        take(FORUM);
        assertThat(published.used()).containsExactly(FORUM);
        assertThat(published.with(Standing.BROKEN))
                .hasSize(6)
                .allSatisfy(broken ->
                        assertThat(broken.says()).containsPattern("c-0@\\d").doesNotContain("\n", "secret", "line"));
        assertThat(published.with(Standing.BROKEN))
                .anyMatch(broken -> broken.says().contains("altered"));
    }

    @Test
    void whatIsBrokenReplacesWhatStoodUnderItsKey() {
        take(NEWS);
        take(NEWS.id(), new byte[] {'{'});
        assertThat(published.used()).isEmpty();
        take(NEWS);
        assertThat(published.used()).containsExactly(NEWS);
        assertThat(published.with(Standing.BROKEN)).isEmpty();
    }
}
