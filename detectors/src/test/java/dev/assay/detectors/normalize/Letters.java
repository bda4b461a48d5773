package dev.assay.detectors.normalize;

import java.util.function.IntPredicate;

/** Plain English of our own, with every letter in several words, and ways to put other characters into it. */
final class Letters {
    static final String STORY =
            "The ferry to the island leaves at six, and nobody who has missed it twice forgets to set a clock. I went over in May to see my "
                    + "uncle, who keeps bees and a small shop for rope, oil and paper, and who has not bought a new coat since the old king died. "
                    + "He said that the queen bee was lazy and that the quiet hives were the ones to worry about. We ate cold fish on the quay, "
                    + "and a boy with a jug of juice came up to ask whether the judge had just gone by. Extra boxes lay next to the exit, six of "
                    + "them fixed with wire. In the evening the wind rose, the waves grew loud, and I gave up all hope of the last boat. "
                    + "A dozen lazy gulls sat in a row on the frozen ropes, amazed at nothing. "
                    + "On the wall hung the roll of the old school, and my uncle read it to me: Adam, Alice and Anton; Beth, Boris and Bruno; Carl, "
                    + "Celia and Clara; David, Doris and Dylan; Edith, Elias and Emma; Felix, Flora and Frank; George, Greta and Guy; Hanna, "
                    + "Hector and Hugo; Ivan, Inga and Irene; Jack, James and Julia; Karl, Kate and Kevin; Laura, Leo and Lucy; Mary, Max and "
                    + "Moses; Nancy, Ned and Nora; Olga, Oscar and Otto; Paul, Peter and Petra; Quentin, Quilla and Quincy; Robert, Rosa and Ruth; "
                    + "Sam, Sarah and Simon; Thomas, Tina and Tom; Ulla, Uma and Ursula; Vera, Victor and Viola; Walter, Wanda and William; "
                    + "Xaver, Xenia and Ximena; Yann, Yoko and Yvonne; Zara, Zelda and Zoe. He knew what had become of each of them, and he "
                    + "was sorry that nobody had asked him before. Then the lamp went out, and we sat there in the dark and listened to the sea.";

    private Letters() {}

    /** {@code inserted} behind every {@code each}-th letter of the story. */
    static String insert(String inserted, int each) {
        StringBuilder text = new StringBuilder();
        int letters = 0;
        for (int i = 0; i < STORY.length(); i++) {
            text.append(STORY.charAt(i));
            if (Character.isLetter(STORY.charAt(i)) && ++letters % each == 0) {
                text.append(inserted);
            }
        }
        return text.toString();
    }

    /** Some letters of the story become {@code replacement}: no more than one in {@code each} up to any place, and one. */
    static String replace(IntPredicate letter, String replacement, int each) {
        StringBuilder text = new StringBuilder();
        int letters = 0;
        int replaced = 0;
        for (int i = 0; i < STORY.length(); i++) {
            letters += Character.isLetter(STORY.charAt(i)) ? 1 : 0;
            if (letter.test(STORY.charAt(i)) && replaced * each <= letters) {
                text.append(replacement);
                replaced++;
            } else {
                text.append(STORY.charAt(i));
            }
        }
        return text.toString();
    }

    static int altered(Alterations alterations) {
        return alterations.compatibility() + alterations.lookAlikes() + alterations.invisible();
    }
}
