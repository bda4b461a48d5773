package dev.assay.detectors.attack;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The attacks that are there, by group. */
public final class Attacks {
    private static final Map<String, Function<AttackMaterials, Attack>> ALL = all();

    private Attacks() {}

    /** Their names; character attacks first, then words, then structure. */
    public static List<String> names() {
        return List.copyOf(ALL.keySet());
    }

    /**
     * The attack of that name.
     *
     * @param materials asked only for what this attack needs
     * @throws IllegalArgumentException when there is none; its message lists the known names
     */
    public static Attack named(String name, AttackMaterials materials) {
        requireKnown(name);
        return ALL.get(name).apply(materials);
    }

    /**
     * Refuses a name that no attack has.
     *
     * @throws IllegalArgumentException whose message lists the known names
     */
    public static void requireKnown(String name) {
        if (!ALL.containsKey(name)) {
            throw new IllegalArgumentException(
                    "no attack is named '" + name + "': choose among " + String.join(", ", names()));
        }
    }

    private static Map<String, Function<AttackMaterials, Attack>> all() {
        Map<String, Function<AttackMaterials, Attack>> all = new LinkedHashMap<>();
        for (Attack attack : List.of(
                new Misspelling(),
                new StrayCharacters(),
                new LetterCase(),
                new Spacing(),
                new Homoglyphs(),
                new InvisibleLetters(),
                new Deletion(),
                new Insertion(),
                new Articles(),
                new Swap(),
                new Numbers())) {
            all.put(attack.name(), unused -> attack);
        }
        all.put(
                Synonym.NAME,
                materials -> new Synonym(NearestWords.of(materials.model().get())));
        for (Attack attack : List.of(new Shuffle(), new Paragraphs(), new Truncation())) {
            all.put(attack.name(), unused -> attack);
        }
        all.put(Mixture.NAME, materials -> new Mixture(materials.otherTexts().get()));
        return all;
    }
}
