package dev.assay.detectors.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageIdentifierTest {
    private static final LanguageIdentifier IDENTIFIER = LanguageIdentifier.shared();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | It was a bright cold day in April, and the clocks were striking thirteen.",
                "de | Es war ein strahlender, kalter Tag im April, und die Uhren schlugen dreizehn.",
                "fr | Longtemps, je me suis couché de bonne heure, et mes yeux se fermaient vite.",
                "ru | Все счастливые семьи похожи друг на друга, каждая несчастлива по-своему.",
                "ja | 吾輩は猫である。名前はまだ無い。どこで生れたかとんと見当がつかぬ。",
                "ja | 駅前の商店街では、来月から新しい駐輪場の工事が始まります。",
                "ja | きのうはあめがふっていたので、いもうととうちでゆっくりあそびました。",
                "ja | 市立図書館再開、来週月曜日から",
                "zh | 他喜欢日本动漫「鬼灭の刃」，每天晚上都看，周末也看。",
                "zh | 车站前的商店街下个月开始修建新的自行车停放处。",
                "he | בַּבֹּקֶר יָצְאוּ הַיְלָדִים אֶל הַגַּן וְחָזְרוּ לִפְנוֹת עֶרֶב.",
                "en | THE BRIDGE WILL BE CLOSED ALL WEEK, AND NOBODY KNOWS WHERE THE BUSES ARE GOING TO STOP.",
                "de | DIE BRÜCKE BLEIBT DIE GANZE WOCHE GESPERRT, UND NIEMAND WEISS, WO DIE BUSSE HALTEN.",
                "lv | Visi cilvēki piedzimst brīvi un vienlīdzīgi savā pašcieņā un tiesībās.",
                "no | Alle mennesker er født frie og med samme menneskeverd og menneskerettigheter.",
                "fa | تمام افراد بشر آزاد به دنیا می‌آیند و از لحاظ حیثیت و حقوق با هم برابرند.",
                "nds | All Minschen sünd frie un gliek an Wöörd un Rechten boren."
            })
    void identifiesTheLanguage(String language, String text) {
        assertThat(IDENTIFIER.identify(text)).contains(language);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12 34 56 78", "...", "!", "x = y + 2", "lol lol lol lol"})
    void knowsNothingOfTextWithoutLetters(String text) {
        assertThat(IDENTIFIER.identify(text)).isEmpty();
    }

    @Test
    void saysTheSameInEveryThread() {
        String mixed = "The cat sat. Le chat dort. Der Hund bellt. Il gatto dorme. ";
        List<String> answers = IntStream.range(0, 200)
                .parallel()
                .mapToObj(i -> IDENTIFIER.identify(mixed).orElse("unknown"))
                .distinct()
                .toList();
        assertThat(answers).hasSize(1);
    }

    @Test
    void readsOnlyTheBeginningAndNeverHalfACharacter() {
        String long1 = "😀".repeat(1_000) + " und das ist die deutsche Sprache";
        String long2 = "x" + long1;
        assertThat(IDENTIFIER.identify(long1))
                .isEqualTo(IDENTIFIER.identify(long2))
                .isEmpty();
    }
}
