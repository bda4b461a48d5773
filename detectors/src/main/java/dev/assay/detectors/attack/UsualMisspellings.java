package dev.assay.detectors.attack;

import java.util.HashMap;
import java.util.Map;
import java.util.Scanner;

/** English words that are often misspelled, each with how. */
final class UsualMisspellings {
    private static final String PAIRS = """
            the teh, their thier, they thye, which wich, because becuase, receive recieve, believe beleive, separate seperate,
            definitely definately, until untill, beginning begining, occurred occured, necessary neccessary, government goverment,
            environment enviroment, different diffrent, experience experiance, really realy, tomorrow tommorow, friend freind,
            people poeple, something somthing, probably probaly, interesting intresting, surprise suprise, achieve acheive,
            address adress, business buisness, calendar calender, committee commitee, embarrass embarass, existence existance,
            foreign foriegn, immediately immediatly, knowledge knowlege, library libary, maintenance maintainance,
            neighbour nieghbour, occasion ocassion, parliament parliment, possession posession, publicly publically,
            recommend reccomend, restaurant restaraunt, rhythm rythm, successful succesful, through thru, together togehter,
            truly truely, weird wierd, would woud, should shoud, could coud, with wiht, that taht, and adn, from form,
            about abuot, before befor, where wher, although altough, another anohter, without whitout, woman women,
            than then, then than, were where, your you're, its it's, lose loose, effect affect, affect effect, quite quiet
            """;

    private static final Map<String, String> BY_WORD = byWord();

    private UsualMisspellings() {}

    /** How a word in lower case is often misspelled; null where nothing is known. */
    static String of(String word) {
        return BY_WORD.get(word);
    }

    private static Map<String, String> byWord() {
        Map<String, String> pairs = new HashMap<>();
        Scanner scanner = new Scanner(PAIRS).useDelimiter("[\\s,]+");
        while (scanner.hasNext()) {
            pairs.put(scanner.next(), scanner.next());
        }
        return Map.copyOf(pairs);
    }
}
