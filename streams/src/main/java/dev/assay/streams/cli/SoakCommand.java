package dev.assay.streams.cli;

import dev.assay.streams.bench.Machine;
import dev.assay.streams.broker.TemporaryFolder;
import dev.assay.streams.settings.Settings;
import dev.assay.streams.soak.Soak;
import dev.assay.streams.soak.SoakPlan;
import dev.assay.streams.soak.SoakResult;
import dev.assay.streams.soak.SoakTable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Kills things, and shows that nothing is lost. */
@Command(
        name = "soak",
        description = {
            "Run a broker and several instances in processes of their own, kill, stop and restart them at seeded moments with events",
            "in flight, and check that each event got its one verdict, in order, with the same scores as without faults.",
            "Everything is started for it on this machine; nothing of yours is touched."
        },
        footer = {
            "",
            "Examples:",
            "  assay soak --model detectors/src/test/resources/models/stories260K",
            "  assay soak --faults kill,broker --events 5000 --model my-small-model",
            "  assay soak --minutes 120 --protocol streams,classic --model my-small-model",
            "",
            "A small model is best: each run scores all of its events on this machine."
        })
final class SoakCommand implements Callable<Integer> {
    private static final long NANOS_A_MINUTE = 60_000_000_000L;
    private static final int SHOWN = 10;

    private final Surroundings here;

    @Option(
            names = "--faults",
            split = ",",
            paramLabel = "A,B",
            description = "Faults, of those in docs/reliability.md; default: all.")
    List<String> faults = Soak.faults();

    @Option(
            names = "--minutes",
            paramLabel = "N",
            defaultValue = "0",
            description = "Repeat all, with other seeds, until so many minutes have passed; default: once.")
    int minutes;

    @Option(
            names = "--strikes",
            paramLabel = "N",
            defaultValue = "0",
            description = "Most strikes of each fault; default: as many as each has.")
    int strikes;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "11",
            description = "Of the moments and victims; default: ${DEFAULT-VALUE}.")
    long seed;

    @Option(
            names = "--events",
            paramLabel = "N",
            defaultValue = "20000",
            description = "Fewest records of a run; default: ${DEFAULT-VALUE}.")
    int events;

    @Option(
            names = "--hostile",
            paramLabel = "PERCENT",
            defaultValue = "5",
            description =
                    "Share of odd records: absurd times, floods of marks, broken bytes; default: ${DEFAULT-VALUE}.")
    int hostile;

    @Option(
            names = "--instances",
            paramLabel = "N",
            defaultValue = "3",
            description = "Application processes; default: ${DEFAULT-VALUE}.")
    int instances;

    @Option(
            names = "--protocol",
            split = ",",
            paramLabel = "A,B",
            defaultValue = "classic",
            description = "Group protocols, classic and streams; default: ${DEFAULT-VALUE}.")
    List<String> protocols = new ArrayList<>();

    @Option(
            names = "--dir",
            paramLabel = "DIR",
            description = "Folder of data and logs, kept of runs that broke something; default: a temporary one.")
    Path dir;

    @Mixin
    final ScoringOptions scoring = new ScoringOptions();

    @Mixin
    final SettingsOptions options;

    @Spec
    CommandSpec spec;

    SoakCommand(Surroundings here) {
        this.here = here;
        this.options = new SettingsOptions(here);
    }

    @Override
    public Integer call() throws InterruptedException {
        check();
        SoakPlan plan = plan(scoring.over(options.read()));
        Logs.quiet();
        long end = System.nanoTime() + minutes * NANOS_A_MINUTE;
        boolean good = true;
        do {
            good &= round(plan);
            plan = plan.withSeed(plan.seed() + 1);
        } while (System.nanoTime() < end);
        return good ? AssayCommand.DONE : AssayCommand.FAILED;
    }

    private boolean round(SoakPlan plan) throws InterruptedException {
        here.progress("soak with seed " + plan.seed());
        here.out().println("On " + Machine.describe() + ":");
        here.out().println();
        List<SoakResult> results = new Soak(plan, here::progress).run();
        SoakTable.of(results).forEach(here.out()::println);
        here.out().println();
        for (SoakResult result : results) {
            result.breaches().stream()
                    .limit(SHOWN)
                    .forEach(breach -> here.progress(result.fault() + ", " + result.protocol() + ": " + breach));
        }
        return results.stream().allMatch(result -> result.holds() && result.isInTime());
    }

    private void check() {
        for (String fault : faults) {
            require(
                    Soak.faults().contains(fault),
                    "--faults " + fault + ": give some of " + String.join(",", Soak.faults()));
        }
        for (String protocol : protocols) {
            require(
                    List.of("streams", "classic").contains(protocol),
                    "--protocol " + protocol + ": give streams, classic or both with a comma");
        }
        require(events >= 2000, "--events " + events + ": give 2000 or more, so that the calm run knows every text");
        require(instances >= 2, "--instances " + instances + ": give 2 or more");
        require(hostile >= 0 && hostile <= 50, "--hostile " + hostile + ": give 0 to 50");
        require(strikes >= 0, "--strikes " + strikes + ": give 0 or more");
        require(minutes >= 0, "--minutes " + minutes + ": give 0 or more");
    }

    private void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new ParameterException(spec.commandLine(), otherwise);
        }
    }

    private SoakPlan plan(Settings settings) {
        Path folder = dir == null ? TemporaryFolder.create("assay-soak").path() : dir;
        return new SoakPlan(settings, folder, faults, protocols, instances, events, hostile, strikes, seed);
    }
}
