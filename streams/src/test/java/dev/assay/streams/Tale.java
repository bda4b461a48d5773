package dev.assay.streams;

/** A text that is long enough to be judged and does not repeat itself. */
public final class Tale {
    private Tale() {}

    /** One that differs from the others by a number. */
    public static String of(int girls) {
        return "Once upon a time there were " + girls
                + " girls who loved to play in the garden. One morning they found a red ball "
                + "under the old tree and threw it to each other until it fell into the pond. A frog came out and asked whose it was. "
                + "They said it was theirs, so the frog gave it back for a song about the rain. When their mother called them in for "
                + "dinner, nobody wanted to tell her why all the shoes were wet; they hid them behind the door and went to bed early.";
    }
}
