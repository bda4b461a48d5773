package dev.assay.streams.http;

import java.util.Optional;

/** How an application is, asked anew for each request; quick, and never throws. */
public interface Health {
    /** Why the process ought to be restarted; empty while it lives. */
    Optional<String> dead();

    /** Why it cannot do its work just now; empty when ready. */
    Optional<String> unready();

    /** Alive, ready and nothing to say. */
    static Health always() {
        return new Health() {
            @Override
            public Optional<String> dead() {
                return Optional.empty();
            }

            @Override
            public Optional<String> unready() {
                return Optional.empty();
            }
        };
    }
}
