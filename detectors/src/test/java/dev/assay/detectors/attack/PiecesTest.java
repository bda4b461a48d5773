package dev.assay.detectors.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PiecesTest {
    @Test
    void wordsKeepWhatJoinsThem() {
        assertThat(words("Don't stop-and-go, it’s 1,000.5 at 6:30. (Yes_no)"))
                .containsExactly("Don't", "stop-and-go", "it’s", "1,000.5", "at", "6:30", "Yes_no");
        assertThat(words("'quoted' -x- end.next")).containsExactly("quoted", "x", "end", "next");
    }

    @Test
    void everyIdeographIsAWord() {
        assertThat(words("去公园abc吧")).containsExactly("去", "公", "园", "abc", "吧");
        assertThat(words("𠀀𠀁")).containsExactly("𠀀", "𠀁");
    }

    @Test
    void marksBelongToTheirLetterAndEmojiAreNoWords() {
        assertThat(words("e\u0301te\u0301 😀 ok")).containsExactly("e\u0301te\u0301", "ok");
    }

    @Test
    void sentencesEndBeforeSpace() {
        assertThat(sentences(" One. Two? \"Three!\" Four (five.) Six… seven.\n"))
                .containsExactly("One.", "Two?", "\"Three!\"", "Four (five.)", "Six… seven.");
    }

    @Test
    void abbreviationsInitialsAndDecimalsEndNone() {
        assertThat(sentences("Mr. Olsen paid 3.50 to J. Smith. So did I. And e.g. they."))
                .containsExactly("Mr. Olsen paid 3.50 to J. Smith.", "So did I.", "And e.g. they.");
    }

    @Test
    void emptyLinesEndSentencesAndIdeographicStopsDo() {
        assertThat(sentences("Title\n\nText goes\non\n \nmore")).containsExactly("Title", "Text goes\non", "more");
        assertThat(sentences("好。去吧！走")).containsExactly("好。", "去吧！", "走");
    }

    private static List<String> words(String text) {
        return Words.of(text).stream().map(piece -> piece.of(text)).toList();
    }

    private static List<String> sentences(String text) {
        return Sentences.of(text).stream().map(piece -> piece.of(text)).toList();
    }
}
