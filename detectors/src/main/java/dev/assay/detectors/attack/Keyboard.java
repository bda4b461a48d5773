package dev.assay.detectors.attack;

import java.util.List;
import java.util.Random;

/** Which keys lie side by side where the first six are QWERTY. */
final class Keyboard {
    private static final List<String> ROWS = List.of("qwertyuiop", "asdfghjkl", "zxcvbnm");

    private Keyboard() {}

    /** A letter beside or below or above this one, in its case; the letter itself where the keyboard has no such key. */
    static int neighbour(int letter, Random random) {
        int lower = Character.toLowerCase(letter);
        for (int row = 0; row < ROWS.size(); row++) {
            int column = ROWS.get(row).indexOf(lower);
            if (column >= 0) {
                String near = near(row, column);
                int other = near.charAt(random.nextInt(near.length()));
                return lower == letter ? other : Character.toUpperCase(other);
            }
        }
        return letter;
    }

    /** Each row begins half a key to the right of the one above. */
    private static String near(int row, int column) {
        StringBuilder near = new StringBuilder();
        add(near, row, column - 1);
        add(near, row, column + 1);
        add(near, row - 1, column);
        add(near, row - 1, column + 1);
        add(near, row + 1, column - 1);
        add(near, row + 1, column);
        return near.toString();
    }

    private static void add(StringBuilder near, int row, int column) {
        if (row >= 0
                && row < ROWS.size()
                && column >= 0
                && column < ROWS.get(row).length()) {
            near.append(ROWS.get(row).charAt(column));
        }
    }
}
