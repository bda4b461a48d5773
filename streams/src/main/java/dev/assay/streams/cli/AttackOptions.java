package dev.assay.streams.cli;

import dev.assay.detectors.attack.Attack;
import dev.assay.detectors.attack.AttackMaterials;
import dev.assay.detectors.attack.Attacks;
import dev.assay.detectors.attack.SeededAttack;
import dev.assay.detectors.corpus.LabelledText;
import dev.assay.detectors.model.ModelStore;
import dev.assay.streams.judge.BundleJudges;
import dev.assay.streams.settings.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How texts are attacked. */
final class AttackOptions {
    @Option(names = "--seed", paramLabel = "N", description = "Another number gives other changes; default: 1.")
    long seed = 1;

    @Option(
            names = "--strength",
            paramLabel = "X",
            description =
                    "Share of words (or of what the attack counts) to change, above 0 and up to 1; default: its own.")
    Double strength;

    @Option(
            names = "--mix",
            paramLabel = "FILE",
            description = "Texts whose sentences the attack mixture mixes in; may be given several times.")
    List<Path> mix = new ArrayList<>();

    @Spec(Spec.Target.MIXEE)
    CommandSpec spec;

    /** The attacks of these names; only those that need a model or other texts read them. */
    List<SeededAttack> named(List<String> names, Settings settings, Consumer<String> progress) {
        if (strength != null && !(strength > 0 && strength <= 1)) {
            throw new ParameterException(
                    spec.commandLine(), "--strength " + strength + ": give a number above 0, up to 1");
        }
        AttackMaterials materials =
                new AttackMaterials(this::others, () -> new BundleJudges(ModelStore::open).bundle(settings, progress));
        return names.stream().map(name -> seeded(name.strip(), materials)).toList();
    }

    private SeededAttack seeded(String name, AttackMaterials materials) {
        try {
            Attacks.requireKnown(name);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
        Attack attack = Attacks.named(name, materials);
        return new SeededAttack(attack, seed, strength == null ? attack.usualStrength() : strength);
    }

    private List<String> others() {
        try {
            return LabelledFiles.read(mix).stream().map(LabelledText::text).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
