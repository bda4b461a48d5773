package dev.assay.streams.cli;

import dev.assay.detectors.attack.SeededAttack;
import dev.assay.detectors.corpus.Label;
import dev.assay.detectors.corpus.LabelledText;
import dev.assay.detectors.evaluate.AttackReport;
import dev.assay.detectors.evaluate.DetectorReport;
import java.util.List;
import java.util.Locale;

/**
 * The machine texts of a set under one attack; each is still of its document.
 *
 * @param attack what was done
 * @param machines the changed texts, in order
 * @param unchanged how many were not changed
 */
record AttackedTexts(SeededAttack attack, List<LabelledText> machines, int unchanged) {
    static AttackedTexts of(List<LabelledText> texts, SeededAttack attack) {
        List<LabelledText> clean =
                texts.stream().filter(text -> text.label() == Label.MACHINE).toList();
        List<LabelledText> changed =
                clean.stream().map(text -> changed(text, attack, 1)).toList();
        int unchanged = 0;
        for (int i = 0; i < clean.size(); i++) {
            unchanged += changed.get(i).text().equals(clean.get(i).text()) ? 1 : 0;
        }
        return new AttackedTexts(attack, changed, unchanged);
    }

    /** One copy of a text under an attack, of the same document. */
    static LabelledText changed(LabelledText text, SeededAttack attack, int copy) {
        return text.with(text.id() + ":" + attack.attack().name() + ":" + copy, attack.apply(text.text(), copy));
    }

    AttackReport report(DetectorReport clean, DetectorReport attacked) {
        return new AttackReport(
                attack.attack().name(),
                attack.attack().group().name().toLowerCase(Locale.ROOT),
                attack.seed(),
                attack.strength(),
                unchanged,
                attacked,
                clean.auroc().value() - attacked.auroc().value(),
                clean.tprAt5().value() - attacked.tprAt5().value(),
                clean.tprAt1().value() - attacked.tprAt1().value());
    }
}
