package dev.assay.streams.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.detectors.model.ModelStore;
import dev.assay.streams.doctor.Doctor;
import dev.assay.streams.doctor.Finding;
import dev.assay.streams.settings.Secrets;
import dev.assay.streams.settings.Settings;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Says whether all is there that {@code run} needs, and what to do where it is not. */
@Command(
        name = "doctor",
        description = {
            "Look at what `assay run` needs under the same settings: variables, broker, topics, group, changelog, registry, model,",
            "precision, calibration, disk, memory. One line each: ✓, ! for what may be meant otherwise, ✗ with the remedy,",
            "or – where another fault comes first."
        },
        footer = {
            "",
            "Examples:",
            "  assay doctor --config my.properties",
            "  assay doctor --set bootstrap.servers=broker:9092 --output json"
        })
final class DoctorCommand implements Callable<Integer> {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Surroundings here;

    @Option(names = "--output", description = "${COMPLETION-CANDIDATES}; default: table.")
    ScoreOutput.Kind output = ScoreOutput.Kind.TABLE;

    @Mixin
    final SettingsOptions options;

    DoctorCommand(Surroundings here) {
        this.here = here;
        this.options = new SettingsOptions(here);
    }

    @Override
    public Integer call() {
        Settings settings = options.read();
        Logs.quiet();
        Doctor doctor = new Doctor(settings, () -> BrokerConnection.open(settings), ModelStore::open, FaultLine::words);
        Consumer<Finding> shown = output == ScoreOutput.Kind.JSON ? this::json : this::line;
        return doctor.examine(shown) ? AssayCommand.DONE : AssayCommand.FAILED;
    }

    private void line(Finding finding) {
        here.out()
                .printf(
                        Locale.ROOT,
                        "%s %-26s %s%n",
                        finding.status().mark(),
                        finding.check(),
                        Secrets.masked(finding.says()));
    }

    /** One object a line. */
    private void json(Finding finding) {
        Map<String, String> fields = new TreeMap<>(Map.of(
                "check", finding.check(),
                "status", finding.status().name(),
                "says", Secrets.masked(finding.says())));
        try {
            here.out().println(JSON.writeValueAsString(fields));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a finding of plain text cannot be written as JSON", e);
        }
    }
}
