package dev.assay.streams.records;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Texts of all kinds that a text may be of. */
final class OddTexts {
    private static final String[] WORDS = {
        "once",
        "there",
        "was",
        "a",
        "little",
        "girl",
        "who",
        "liked",
        "to",
        "play",
        "outside",
        ".",
        "naïve",
        "Straße",
        "это",
        "мир",
        "語",
        "日本語",
        "שלום",
        "مرحبا",
        "😀",
        "👩‍👩‍👧",
        "ﬁ",
        "①",
        "а",
        "ｆｕｌｌ"
    };
    private static final int[] ODD = {
        0, 1, 9, 0x1b, 0x7f, 0x85, 0xad, 0x300, 0x34f, 0x115f, 0x180e, 0x200b, 0x200d, 0x200e, 0x202e, 0x2028, 0x2060,
        0x2800, 0x3164, 0xa9bf, 0xe000, 0xfe0f, 0xfeff, 0xfffd, 0xffff, 0x1d11e, 0xe0041, 0x10ffff, 0x941
    };

    private final Choice choice;

    OddTexts(Choice choice) {
        this.choice = choice;
    }

    String next() {
        return switch (choice.below(12)) {
            case 0 -> "";
            case 1 -> " \t\r\n".repeat(choice.below(20));
            case 2 -> odd(choice.below(60));
            case 3 -> words(choice.below(40)) + odd(choice.below(10)) + words(choice.below(40));
            case 4 ->
                choice.of("a", ".", "!", "ab ", "мир ", "語", "😀").repeat(choice.below(choice.oneIn(20) ? 5000 : 200));
            case 5 -> "{" + words(5) + "}";
            default -> words(5 + choice.below(60));
        };
    }

    private String words(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> WORDS[choice.below(WORDS.length)])
                .collect(Collectors.joining(" "));
    }

    private String odd(int length) {
        return IntStream.range(0, length)
                .map(i -> choice.oneIn(4) ? anyPoint() : ODD[choice.below(ODD.length)])
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** Any code point but a surrogate, which is none. */
    private int anyPoint() {
        int point = choice.below(Character.MAX_CODE_POINT + 1);
        return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE ? 'x' : point;
    }
}
