package dev.assay.streams.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.detectors.attack.SeededAttack;
import dev.assay.detectors.corpus.LabelledText;
import dev.assay.streams.settings.SettingTable;
import dev.assay.streams.settings.Settings;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Changes texts in ways that detectors may miss. */
@Command(
        name = "attack",
        description = {
            "Change texts as those do who want a machine's text to be missed, the same way each time for one seed.",
            "Files are those of assay evaluate and assay score. A line comes out for each text, attack and copy, with its",
            "label, the attack's name and the document it was made from; both commands read it again."
        },
        footer = {
            "",
            "Attacks: misspelling, stray-characters, case, spacing, homoglyphs, invisible (characters); deletion,",
            "insertion, articles, swap, numbers, synonym (words); shuffle, paragraphs, truncation, mixture (structure).",
            "",
            "Examples:",
            "  assay attack misspelling essay.txt",
            "  assay attack homoglyphs,deletion labelled.jsonl --seed 7 --strength 0.3 --copies 2 --output attacked.jsonl",
            "  assay attack mixture machine.jsonl --mix human.jsonl"
        })
final class AttackCommand implements Callable<Integer> {
    private final Surroundings here;

    @Parameters(index = "0", paramLabel = "NAME[,NAME…]", split = ",", description = "Attacks, comma separated.")
    List<String> names;

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "FILE", description = "Files of texts.")
    List<Path> files;

    @Option(names = "--copies", paramLabel = "K", description = "Copies of each text, all different; default: 1.")
    int copies = 1;

    @Option(names = "--model", paramLabel = "ID|DIR", description = "Whose words synonym takes; default: the one set.")
    String model;

    @Option(names = "--output", paramLabel = "FILE", description = "Where the lines go; default: standard output.")
    Path output;

    @Mixin
    final AttackOptions attacking = new AttackOptions();

    @Mixin
    final OutputFile target = new OutputFile();

    @Mixin
    final SettingsOptions options;

    @Spec
    CommandSpec spec;

    AttackCommand(Surroundings here) {
        this.here = here;
        this.options = new SettingsOptions(here);
    }

    @Override
    public Integer call() throws IOException {
        if (copies < 1) {
            throw new ParameterException(spec.commandLine(), "--copies " + copies + ": give 1 or more");
        }
        if (output != null) {
            target.check(output);
        }
        List<LabelledText> texts = LabelledFiles.read(files);
        List<SeededAttack> attacks = attacking.named(names, settings(), here::progress);
        if (output == null) {
            write(texts, attacks, here.out());
            return AssayCommand.DONE;
        }
        target.write(output, place -> {
            try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(place, StandardCharsets.UTF_8))) {
                write(texts, attacks, out);
                if (out.checkError()) {
                    throw new IOException(place + ": not all could be written; is the disk full?");
                }
            }
        });
        return AssayCommand.DONE;
    }

    private Settings settings() {
        Settings settings = options.read();
        return model == null ? settings : settings.with(SettingTable.MODEL, model, "--model");
    }

    private void write(List<LabelledText> texts, List<SeededAttack> attacks, PrintWriter out) {
        for (SeededAttack attack : attacks) {
            int unchanged = 0;
            for (LabelledText text : texts) {
                for (int copy = 1; copy <= copies; copy++) {
                    LabelledText changed = AttackedTexts.changed(text, attack, copy);
                    unchanged += changed.text().equals(text.text()) ? 1 : 0;
                    out.print(line(changed, attack.attack().name()) + "\n");
                }
            }
            here.progress(attack.attack().name() + ": " + texts.size() * copies + " texts written, " + unchanged
                    + " of them as they were");
        }
        out.flush();
    }

    private static ObjectNode line(LabelledText text, String attack) {
        ObjectNode line = JsonNodeFactory.instance.objectNode();
        line.put("id", text.id()).put("text", text.text());
        putKnown(
                line, "label", text.label() == null ? null : text.label().name().toLowerCase(Locale.ROOT));
        putKnown(line, "domain", text.domain());
        putKnown(line, "language", text.language());
        putKnown(line, "source", text.source());
        putKnown(line, "generator", text.generator());
        putKnown(line, "group", text.group());
        return line.put("document", text.document().sha256()).put("attack", attack);
    }

    private static void putKnown(ObjectNode line, String field, String value) {
        if (value != null) {
            line.put(field, value);
        }
    }
}
