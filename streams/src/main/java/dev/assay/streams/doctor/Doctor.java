package dev.assay.streams.doctor;

import dev.assay.detectors.model.Bundle;
import dev.assay.detectors.model.ModelStore;
import dev.assay.streams.preflight.BrokerAccess;
import dev.assay.streams.preflight.Installation;
import dev.assay.streams.preflight.Rule;
import dev.assay.streams.run.Detection;
import dev.assay.streams.settings.Settings;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Looks at everything that {@code assay run} needs under the same settings, and changes nothing but to make the state folder. */
public final class Doctor {
    private final Once<BrokerAccess> broker;
    private final List<Check> checks;
    private final Function<Throwable, String> words;

    /**
     * @param broker connects to the broker; throws where it does not answer
     * @param store opens the models of this machine
     * @param words a fault in one line
     */
    public Doctor(
            Settings settings,
            Supplier<BrokerAccess> broker,
            Supplier<ModelStore> store,
            Function<Throwable, String> words) {
        this.broker = new Once<>(broker);
        this.words = words;
        Once<ModelStore> models = new Once<>(store);
        Once<Bundle> model = new Once<>(() -> InstalledModel.of(settings, models.get()));
        Once<Path> state = StateCheck.folder(settings);
        Stream<Check> topics = Stream.concat(
                Detection.needed(settings).stream().map(topic -> new TopicCheck(topic, this.broker)),
                Stream.of(new CalibrationTopicCheck(settings, this.broker)));
        Stream<Check> before = Stream.of(
                new ProgramCheck(),
                new VariablesCheck(settings),
                new BrokerCheck(settings, this.broker),
                new VersionCheck(this.broker));
        Stream<Check> after = Stream.of(
                new RegistryCheck(settings),
                new ModelCheck(model),
                new PrecisionCheck(models, model),
                new CalibrationCheck(settings, model, this.broker),
                new StateCheck(state),
                new DiskCheck(settings, state),
                new MemoryCheck(settings, model));
        this.checks = Stream.of(before, topics, rules(settings), after)
                .flatMap(each -> each)
                .toList();
    }

    private Stream<Check> rules(Settings settings) {
        List<Installation> applications = Detection.installations(settings);
        return applications.stream()
                .flatMap(own -> Rule.all().stream()
                        .filter(rule -> rule.concerns(own))
                        .map(rule -> new RuleCheck(
                                rule, own, own.equals(applications.get(0)) ? "" : " of metrics", broker)));
    }

    /**
     * Runs every check, in the order in which faults are mended.
     *
     * @param each takes each finding as it comes
     * @return whether none failed
     */
    public boolean examine(Consumer<Finding> each) {
        boolean well = true;
        try {
            for (Check check : checks) {
                Finding finding = run(check);
                each.accept(finding);
                well &= finding.status() == Finding.Status.OK || finding.status() == Finding.Status.NOTED;
            }
        } finally {
            broker.opened().ifPresent(BrokerAccess::close);
        }
        return well;
    }

    private Finding run(Check check) {
        try {
            return check.run();
        } catch (RuntimeException e) {
            return Finding.failed(check, words.apply(e));
        }
    }
}
