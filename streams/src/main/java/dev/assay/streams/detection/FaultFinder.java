package dev.assay.streams.detection;

import dev.assay.detectors.Assessment;
import dev.assay.detectors.TextInput;
import dev.assay.detectors.score.ModelFaultException;
import dev.assay.detectors.score.ModelMemoryException;
import dev.assay.streams.event.Outcome;
import java.util.function.Function;

/**
 * Scores texts, and tells whose fault it is when one cannot be: the text's, which is an outcome, or the machine's, which is thrown.
 *
 * <p>Where memory does not suffice, the text is tried once more with no other text at work. A text that fails all the same, or at which
 * the model fails, is at fault if the model can score a short text then; if not even that, the machine is. After any other error the text is
 * no more than suspect, and {@link SuspectTextException} says so.
 */
final class FaultFinder {
    private static final TextInput SHORT = TextInput.of("A short text of a few words.");

    private final Function<TextInput, Assessment> scorer;

    /** @param scorer all six inner steps; thread-safe */
    FaultFinder(Function<TextInput, Assessment> scorer) {
        this.scorer = scorer;
    }

    /** What becomes of the text; whatever is thrown is no sure fault of it. */
    Outcome score(TextInput text, Seat seat) {
        try {
            return seat.beside(() -> {
                try {
                    return new Outcome.Assessed(scorer.apply(text));
                } catch (OutOfMemoryError | ModelMemoryException fault) {
                    throw new NoMemoryYet(fault);
                } catch (Exception | Error fault) {
                    return blame(fault, seat);
                }
            });
        } catch (NoMemoryYet fault) {
            return scoreAlone(text, seat); // its neighbours may have had the memory
        }
    }

    /** The same with no other text at work. */
    Outcome scoreAlone(TextInput text, Seat seat) {
        return seat.alone(() -> {
            try {
                return new Outcome.Assessed(scorer.apply(text));
            } catch (Exception | Error fault) {
                return blame(fault, seat);
            }
        });
    }

    private Outcome blame(Throwable fault, Seat seat) {
        seat.requireWanted(); // else the fault is that it was stopped
        if (fault instanceof LinkageError broken) {
            throw broken; // the installation's
        }
        if (fault instanceof OutOfMemoryError || fault instanceof ModelFaultException) {
            checkMachine();
            return Outcome.Failed.of(fault);
        }
        if (fault instanceof RuntimeException || fault instanceof StackOverflowError) {
            return Outcome.Failed.of(fault); // deep recursion too is the text's doing, and happens again
        }
        checkMachine();
        throw new SuspectTextException(fault);
    }

    /** Throws where the machine is at fault. */
    private void checkMachine() {
        var unused = scorer.apply(SHORT);
    }

    /** Leaves the place before it is taken with all others. */
    private static final class NoMemoryYet extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NoMemoryYet(Throwable cause) {
            super(cause);
        }
    }
}
