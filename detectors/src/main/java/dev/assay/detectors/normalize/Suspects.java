package dev.assay.detectors.normalize;

import com.ibm.icu.lang.UScript;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Folds, in a Latin text, what the letters of one word cannot decide: words wholly of another script's look-alikes ("ѕее"), Latin letters
 * that look like plain ones ("wıth", small capitals), and signs in the place of letters ("s∪ch"). Such words also occur undisguised:
 * Russian words quoted in English, Turkish names, phonetic transcription, formulas. So it takes evidence, kind by kind ({@link DisguiseEvidence}),
 * and a word beside one that is certainly of the other script stays with it.
 */
final class Suspects {
    private final MappedText text;
    private final List<Suspect> suspects = new ArrayList<>();
    private final Map<Integer, DisguiseEvidence> evidence = new HashMap<>();
    private int small;
    private int capital;

    private Suspects(MappedText text) {
        this.text = text;
    }

    /** {@code folded}: how many words of several scripts were folded from each script. */
    static MappedText fold(MappedText text, Map<Integer, Integer> folded, AlterationCount count) {
        Suspects suspects = new Suspects(text);
        suspects.scan();
        if (suspects.suspects.isEmpty()) {
            return text;
        }
        suspects.weigh(folded);
        return suspects.fold(count);
    }

    private void scan() {
        int place = 0;
        for (int i = 0; i < text.length(); ) {
            int end = i;
            boolean plain = true;
            while (end < text.length() && isPart(text.codePoint(end))) {
                int codePoint = text.codePoint(end);
                plain &= codePoint < 0x80;
                small += CodePoints.isAsciiLower(codePoint) ? 1 : 0;
                capital += CodePoints.within(codePoint, 'A', 'Z') ? 1 : 0;
                end += Character.charCount(codePoint);
            }
            if (end == i) {
                i += Character.charCount(text.codePoint(i));
                continue;
            }
            place++;
            if (!plain) {
                suspects.add(new Suspect(text, i, end, place));
            }
            i = end;
        }
    }

    private static boolean isPart(int codePoint) {
        return codePoint < 0x80
                ? CodePoints.isAsciiLetter(codePoint)
                : CodePoints.isLetter(codePoint)
                        || CodePoints.isCombining(codePoint)
                        || LookAlikeTable.in(UScript.LATIN, codePoint) >= 0;
    }

    /** Phrase by phrase: words of one other script, one behind the other, are genuine together. */
    private void weigh(Map<Integer, Integer> folded) {
        folded.forEach((script, words) -> of(script).sure(words));
        for (int from = 0; from < suspects.size(); ) {
            int to = from + 1;
            while (to < suspects.size() && suspects.get(to).follows(suspects.get(to - 1))) {
                to++;
            }
            phrase(suspects.subList(from, to));
            from = to;
        }
    }

    private void phrase(List<Suspect> words) {
        DisguiseEvidence of = of(words.get(0).script());
        if (words.stream().anyMatch(Suspect::isGenuine)) {
            of.genuine();
        }
        boolean stays = words.stream().anyMatch(Suspect::isCertain);
        for (Suspect word : words) {
            if (stays) {
                word.stay();
            } else if (word.isBare(capital > small)) {
                of.suspected(word.word());
            }
        }
    }

    private DisguiseEvidence of(int script) {
        return evidence.computeIfAbsent(script, any -> new DisguiseEvidence());
    }

    private MappedText fold(AlterationCount count) {
        MappedText out = new MappedText(text.length());
        int done = 0;
        for (Suspect suspect : suspects) {
            if (suspect.mayFold() && of(suspect.script()).isEnough()) {
                out.append(text, done, suspect.from());
                count.lookAlikes(suspect.fold(out));
                done = suspect.to();
            }
        }
        out.append(text, done, text.length());
        return out;
    }
}
