package dev.assay.streams.soak;

import dev.assay.streams.broker.TemporaryFolder;
import dev.assay.streams.process.ChildStartException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/** A calm run, then one for each fault and group protocol, each compared with the calm one. */
public final class Soak {
    private final SoakPlan plan;
    private final Consumer<String> progress;

    /** @param progress takes lines on how it goes on */
    public Soak(SoakPlan plan, Consumer<String> progress) {
        this.plan = plan;
        this.progress = progress;
    }

    /** Names of all faults. */
    public static List<String> faults() {
        return Fault.all().stream().map(Fault::name).toList();
    }

    /** Runs all of the plan once; the first result is the calm run's. */
    public List<SoakResult> run() throws InterruptedException {
        List<Fault> faults = plan.faults().stream().map(Soak::named).toList();
        List<SoakResult> results = new ArrayList<>();
        String first = plan.protocols().get(0);
        SoakRun.Outcome calm = run(new Calm(), first, Double.POSITIVE_INFINITY);
        results.add(result(new Calm(), first, calm, calm));
        progress.accept(String.format(
                java.util.Locale.ROOT, "%.0f events a second without faults; faults at half", calm.rate()));
        for (String protocol : plan.protocols()) {
            for (Fault fault : faults) {
                SoakResult result = attempt(fault, protocol, calm);
                results.add(result);
                progress.accept(SoakTable.row(result)); // what there is by now is not lost with a run that is cut short
            }
        }
        return results;
    }

    /** A run that cannot go on is one that broke something: what others came to must not be lost with it. */
    private SoakResult attempt(Fault fault, String protocol, SoakRun.Outcome calm) throws InterruptedException {
        if (fault.lacks().isPresent()) {
            String lack = fault.lacks().get();
            progress.accept("fault " + fault.name() + ", protocol " + protocol + ": skipped, " + lack);
            return SoakResult.skipped(fault, protocol, lack);
        }
        try {
            return result(fault, protocol, calm, run(fault, protocol, calm.rate() / 2));
        } catch (SoakFailure | ChildStartException failure) {
            return SoakResult.cut(fault, protocol, failure.getMessage());
        }
    }

    private static Fault named(String name) {
        return Fault.all().stream()
                .filter(fault -> fault.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new SoakFailure("no fault " + name + "; there are " + String.join(", ", faults())));
    }

    private SoakRun.Outcome run(Fault fault, String protocol, double rate) throws InterruptedException {
        Path folder = plan.folder().resolve(fault.name() + "-" + protocol + "-" + plan.seed());
        if (Files.exists(folder)) {
            throw new SoakFailure(folder + " is there already, from an earlier soak or of somebody else;"
                    + " give another --dir or --seed, or move it away");
        }
        progress.accept("fault " + fault.name() + ", protocol " + protocol + ": starting a broker and "
                + plan.instances() + " instances; logs in " + folder);
        return new SoakRun(plan, fault, protocol, progress).run(folder, rate);
    }

    private SoakResult result(Fault fault, String protocol, SoakRun.Outcome calm, SoakRun.Outcome run) {
        List<String> breaches = new ArrayList<>();
        for (Guarantee guarantee : Guarantee.all()) {
            guarantee
                    .breaches(calm.evidence(), run.evidence())
                    .forEach(breach -> breaches.add(guarantee.name() + ": " + breach));
        }
        run.strikes().forEach(strike -> breaches.addAll(fault.breaches(strike)));
        breaches.addAll(run.breaches());
        if (breaches.isEmpty()) { // otherwise its folder is wanted
            new TemporaryFolder(plan.folder().resolve(fault.name() + "-" + protocol + "-" + plan.seed())).delete();
        }
        return new SoakResult(
                fault.what(),
                protocol,
                SoakResult.Counts.of(run.evidence()),
                run.strikes(),
                run.restarts(),
                fault.strikes() == 0 ? OptionalInt.empty() : fault.limit(protocol),
                breaches,
                Optional.empty());
    }
}
