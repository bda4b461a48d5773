package dev.assay.detectors;

import java.nio.charset.StandardCharsets;

/** Kinds of text that are hard on one step or another: a beginning, then one part over and over. */
public enum TextKind {
    PROSE("", "Once upon a time there was a little girl who liked to play with her friends in the garden. "),
    ONE_WORD("", "a"),
    LETTERS_OF_EVERY_KIND("", "qzxkvjwq"),
    SPACES("a", " "),
    LINES("", "a\n"),
    SPACES_OF_EVERY_KIND("a", "\u00A0\u2003\t\u3000\r\n"),
    JOINERS_BEHIND_THIRTY_MARKS("a" + "\uA9BF".repeat(30), "\u200D\u0941"),
    A_JOINER_LESS_A_ROUND("\u0F40\uD834\uDD65", "\u200D\u0F72"),
    JOINERS_A_ROUND_IN_MANY_WORDS("", "\u0F40\uD834\uDD65" + "\u200D\u0F72".repeat(29)),
    MARKS("a", "\u0301\u0323"),
    MARKS_PARTED_BY_INVISIBLES("a", "\u0301\u200B\u0323\u200B"),
    MARKS_THAT_BECOME_TWO("", "a" + "\u0344".repeat(30)),
    JOINERS("\u0628", "\u200D"),
    JOINERS_BEFORE_CONTROLS("\u0628", "\u200D\u061C"),
    BIDI("", "\u202Ea\u202C\u2066b\u2069"),
    ZERO_WIDTH("", "a\u200B\uFEFF\u00AD"),
    EMOJI("", "\uD83D\uDC69\u200D\uD83D\uDCBB\uFE0F"),
    TAGS("\uD83C\uDFF4", "\uDB40\uDC67"),
    MIXED_SCRIPT_WORD("", "p\u0430yp\u0430l\u03BF\u0441\u13AA"),
    MIXED_SCRIPT_WORDS("", "p\u0430yp\u0430l "),
    WORDS_OF_ANOTHER_SCRIPT("the ", "\u0455\u0435\u0435 \u0441\u043E\u0440\u0435 the letters of this text "),
    PHRASES_OF_ANOTHER_SCRIPT("", "the letters of this text " + "\u0441\u043E\u0440\u0435 ".repeat(5)),
    LATIN_LOOK_ALIKES("", "w\u0131th \u1D04\u1D0F\uA731t "),
    SIGNS_IN_WORDS("", "s\u222Ach a\u2228er m\u222Ach "),
    BRAILLE_BLANKS("a", "\u2800"),
    BRAILLE_BLANKS_IN_WORDS("", "a\u2800b"),
    PRIVATE_USE("", "a\uE000"),
    FLAGS("", "\uD83C\uDFF4\uDB40\uDC67\uDB40\uDC62\uDB40\uDC65\uDB40\uDC6E\uDB40\uDC67\uDB40\uDC7F"),
    FULL_WIDTH("", "\uFF21\uFF0C\u6F22"),
    LIGATURES("", "\uFDFA"),
    CIRCLED("", "\u24B6\u2460\u33A2"),
    HANGUL("", "\u1100\u1161\u11A8\uAC00\u314F"),
    KANA("", "\uFF76\uFF9E\u3042\u3099"),
    HAN("", "\u6F22\u5B57"),
    DIGITS("", "0123456789"),
    PUNCTUATION("", "!?.,;:-'\"()"),
    APOSTROPHES("", "'s"),
    NULS("", "\0\u0007a");

    private final String beginning;
    private final String part;

    TextKind(String beginning, String part) {
        this.beginning = beginning;
        this.part = part;
    }

    /** A text of about so many bytes of UTF-8. */
    public String ofBytes(int bytes) {
        int each = part.getBytes(StandardCharsets.UTF_8).length;
        return beginning + part.repeat(Math.max(1, bytes / each));
    }
}
