package dev.assay.detectors.normalize;

import java.lang.Character.UnicodeScript;
import java.util.HashMap;
import java.util.Map;
import java.util.Scanner;

/**
 * Letters that common fonts draw alike, by script. Our own choice from the shapes in the Unicode code charts: one row a shape, first
 * its Latin, Cyrillic and Greek letter (a full stop where the script has none in common use), then letters that are folded and never folded to.
 */
final class LookAlikeTable {
    private static final String ROWS = """
            AАΑᎪꓮ BВΒᏴꓐ CСϹᏟꓚ D..Ꭰꓓ EЕΕᎬꓰ F..ꓝ G..ԌᏀꓖ HНΗᎻꓧ IІΙꓲ JЈͿᎫꓙ KКΚᏦꓗ L..Ꮮꓡ MМΜᎷꓟ N.Νꓠ OОΟՕꓳ PРΡᏢꓑ
            Q..Ԛ R..Ꭱꓣ S..ЅՏᏚꓢ TТΤᎢꓔ U..Սꓴ V..Ꮩꓦ W..ԜᏔꓪ XХΧꓫ YУΥҮꓬ Z.ΖᏃꓜ ËЁ. ÏЇΪ
            aаα cсϲ d..ԁ eе. g..ց h..һհ iіι jјϳ l..ӏ n..ո oоοօ pрρ q..ԛգ s..ѕ u.υս v.νѵ w..ԝ xхχ yуγү ëё. ïїϊ
            """;

    private static final Map<UnicodeScript, Map<Integer, Integer>> BY_TARGET = Map.of(
            UnicodeScript.LATIN, column(0),
            UnicodeScript.CYRILLIC, column(1),
            UnicodeScript.GREEK, column(2));

    private LookAlikeTable() {}

    /** The letter of script {@code target} that looks like {@code letter}, or −1. */
    static int in(UnicodeScript target, int letter) {
        return BY_TARGET.get(target).getOrDefault(letter, -1);
    }

    private static Map<Integer, Integer> column(int target) {
        Map<Integer, Integer> letters = new HashMap<>();
        for (String row : new Scanner(ROWS).tokens().toList()) {
            int[] shapes = row.codePoints().toArray();
            if (shapes[target] != '.') {
                for (int shape : shapes) {
                    letters.putIfAbsent(shape, shapes[target]);
                }
            }
        }
        letters.remove((int) '.');
        return Map.copyOf(letters);
    }
}
