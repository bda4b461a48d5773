package dev.assay.streams.soak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.streams.settings.SettingTable;
import dev.assay.streams.settings.Settings;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A short selection of the soak: real processes, killed. It counts; how long things took is for the soak itself to say. */
@DisabledOnOs(OS.WINDOWS)
class SoakTest {
    private static final int RECORDS = 2000;
    private static final int HOSTILE = 5;
    private static final List<String> FAULTS = List.of("kill", "broker", "zombie");

    private static List<SoakResult> results;

    @BeforeAll
    static void run(@TempDir Path folder) throws InterruptedException {
        String model = Path.of(System.getProperty("assay.root"), "detectors/src/test/resources/models/stories260K")
                .toString();
        Settings settings = Settings.defaults().with(SettingTable.MODEL, model, "test");
        SoakPlan plan = new SoakPlan(settings, folder, FAULTS, List.of("classic"), 2, RECORDS, HOSTILE, 1, 11);
        results = new Soak(plan, line -> {}).run();
    }

    @TestFactory
    Stream<DynamicTest> guaranteesHold() {
        return results.stream()
                .map(result -> DynamicTest.dynamicTest(
                        result.fault(), () -> assertThat(result.breaches()).isEmpty()));
    }

    @Test
    void eachFaultStruckWithEventsInFlight() {
        assertThat(results).hasSize(1 + FAULTS.size());
        assertThat(results.get(0).strikes()).isEmpty();
        assertThat(results.subList(1, results.size())).allSatisfy(result -> {
            assertThat(result.inFlight())
                    .hasSize(1)
                    .allSatisfy(inFlight -> assertThat(inFlight).isPositive());
            assertThat(result.counts().records()).isGreaterThanOrEqualTo(RECORDS);
        });
    }

    @Test
    void theTableHasARowForEach() {
        List<String> lines = SoakTable.of(results);
        assertThat(lines).hasSize(2 + results.size());
        assertThat(lines.get(2))
                .startsWith("| none | classic | " + RECORDS + " (")
                .endsWith("| ✓ |");
    }
}
