package dev.assay.detectors.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.detectors.model.StoriesBundles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every attack. */
class AttacksTest {
    static final AttackMaterials MATERIALS = new AttackMaterials(
            () -> List.of("A heron stood in the reeds. It did not move. The wind rose."), StoriesBundles::committed);

    private static final long SEED = 7;

    /** The end that is cut off is the same each time. */
    private static final Set<String> WITHOUT_CHANCE = Set.of("truncation");

    private static final List<String> ODD = List.of(
            "",
            " ",
            "a",
            "I",
            ".",
            "'",
            "’tis",
            "\n\n",
            "word",
            "two words",
            "nospacesinthistextatallnotevenone",
            "a'b-c_d 1,000.5:3",
            "the",
            "one. two.",
            "Mr. X. Y.",
            "今天天气很好。我们去公园散步吧！你想一起来吗？",
            "ภาษาไทยไม่มีช่องว่าง",
            "Привет, мир. Как дела?",
            "مرحبا بالعالم. كيف الحال؟",
            "😀😃😄",
            "👩‍👩‍👧 and 👍🏽 went 🏴‍☠️ home.",
            "𝒜 𝓑𝓬 𠀀𠀁 𝟙𝟚",
            "e\u0301te\u0301 \u0301 x\u0301",
            "İstanbul ŉ ß ǅ",
            "tab\tand\r\nline\u00A0end\u3000",
            "? ! ? ! . . .");

    static List<String> names() {
        return Attacks.names();
    }

    static Stream<SeededAttack> attacks() {
        return Attacks.names().stream().map(AttacksTest::usual);
    }

    @ParameterizedTest
    @MethodSource("names")
    void outputIsFixed(String name) throws IOException {
        assertThat(usual(name).apply(ordinary(), 1)).isEqualTo(text("golden/" + name + ".txt"));
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void changesAnOrdinaryText(SeededAttack attack) throws IOException {
        assertThat(attack.apply(ordinary(), 1)).isNotEqualTo(ordinary());
        assertThat(attack.attack().usualStrength()).isBetween(0.05, 1.0);
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void strengthZeroChangesNothing(SeededAttack attack) throws IOException {
        assertThat(new SeededAttack(attack.attack(), SEED, 0).apply(ordinary(), 1))
                .isEqualTo(ordinary());
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void anyTextIsTakenAndSurrogatesStayWhole(SeededAttack attack) {
        for (String text : ODD) {
            for (double strength : new double[] {0.01, 0.3, 1}) {
                for (int copy = 1; copy <= 20; copy++) {
                    String changed = new SeededAttack(attack.attack(), SEED, strength).apply(text, copy);
                    assertThat(changed.chars().filter(AttacksTest::isSurrogate).count() % 2)
                            .isZero();
                    assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(changed))
                            .as(text)
                            .isTrue();
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void malformedTextIsTaken(SeededAttack attack) {
        assertThat(attack.apply("\uD83D", 1)).isNotEmpty();
        assertThat(attack.apply("a \uDE00 b\uD83D the 1. C", 1)).isNotNull();
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void somethingOfTheTextStays(SeededAttack attack) throws IOException {
        String changed = new SeededAttack(attack.attack(), SEED, 1).apply(ordinary(), 1);
        assertThat(Words.of(changed)).isNotEmpty();
    }

    /** A quadratic attack would take minutes for one of these. */
    @ParameterizedTest
    @MethodSource("attacks")
    void longTextsAreDone(SeededAttack attack) {
        int length = 400_000;
        for (String unit : List.of(".", " ", "a", "a'", ". ", "a. ", "的", "the ", "\n", "7,", "a\n\n", "—\"")) {
            String text = unit.repeat(length / unit.length());
            assertThat(attack.apply(text, 1)).hasSizeBetween(0, 7 * length);
        }
    }

    /** Whatever is attacked before or beside it. */
    @ParameterizedTest
    @MethodSource("names")
    void theSameSeedGivesTheSameText(String name) throws IOException {
        String ordinary = ordinary();
        String alone = usual(name).apply(ordinary, 1);
        SeededAttack shared = usual(name);
        List<String> together = IntStream.range(0, 40)
                .parallel()
                .mapToObj(i -> shared.apply(i % 2 == 0 ? ordinary : ordinary.repeat(1 + i), 1))
                .toList();
        for (int i = 0; i < together.size(); i += 2) {
            assertThat(together.get(i)).isEqualTo(alone);
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void seedsAndCopiesDiffer(String name) throws IOException {
        String tripled = ordinary().repeat(3);
        List<String> texts = Stream.of(
                        usual(name).apply(tripled, 1),
                        usual(name).apply(tripled, 2),
                        new SeededAttack(
                                        usual(name).attack(),
                                        SEED + 1,
                                        usual(name).strength())
                                .apply(tripled, 1))
                .distinct()
                .toList();
        assertThat(texts).hasSize(WITHOUT_CHANCE.contains(name) ? 1 : 3);
    }

    @Test
    void attacksAreFoundByName() {
        assertThat(attacks().map(attack -> attack.attack().name())).isEqualTo(Attacks.names());
        assertThatThrownBy(() -> Attacks.named("fish", MATERIALS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("'fish'", "misspelling", "mixture");
    }

    @Test
    void strengthsThatAreNoneAreRefused() {
        for (double strength : new double[] {-0.1, 1.1, Double.NaN}) {
            assertThatThrownBy(() -> new SeededAttack(new Swap(), SEED, strength))
                    .hasMessageContaining(Double.toString(strength));
        }
    }

    @Test
    void aMixtureNeedsAText() {
        AttackMaterials none = new AttackMaterials(List::of, StoriesBundles::committed);
        assertThatThrownBy(() -> Attacks.named("mixture", none)).hasMessageContaining("--mix FILE");
    }

    static String ordinary() throws IOException {
        return text("ordinary.txt");
    }

    private static SeededAttack usual(String name) {
        Attack attack = Attacks.named(name, MATERIALS);
        return new SeededAttack(attack, SEED, attack.usualStrength());
    }

    private static String text(String resource) throws IOException {
        try (InputStream in = AttacksTest.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static boolean isSurrogate(int unit) {
        return Character.isSurrogate((char) unit);
    }
}
