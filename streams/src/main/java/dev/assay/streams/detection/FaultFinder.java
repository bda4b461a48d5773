package dev.assay.streams.detection;

import dev.assay.detectors.Assessment;
import dev.assay.detectors.TextInput;
import dev.assay.detectors.score.ModelFaultException;
import dev.assay.detectors.score.ModelMemoryException;
import dev.assay.streams.event.Outcome;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;

/**
 * Scores texts, and tells whose fault it is when one cannot be: the text's, which is an outcome, or the machine's, which is thrown.
 *
 * <p>Where memory does not suffice, the text is tried once more with no other text at work. A text that fails all the same, or at which
 * the model fails, is at fault if the model can score a short text then; if not even that, the machine is.
 */
final class FaultFinder {
    private static final TextInput SHORT = TextInput.of("A short text of a few words.");

    private final Function<TextInput, Assessment> scorer;
    /** Shared by texts that run side by side; held by one that needs all the memory. Fair: else it might wait for ever. */
    private final ReadWriteLock company = new ReentrantReadWriteLock(true);

    /** @param scorer all six inner steps; thread-safe */
    FaultFinder(Function<TextInput, Assessment> scorer) {
        this.scorer = scorer;
    }

    /** What becomes of the text; whatever is thrown is no fault of it. */
    Outcome score(TextInput text) {
        company.readLock().lock();
        try {
            return new Outcome.Assessed(scorer.apply(text));
        } catch (OutOfMemoryError | ModelMemoryException fault) {
            // tried again below, when this lock is free
        } catch (ModelFaultException fault) {
            return ofText(fault);
        } catch (RuntimeException | StackOverflowError fault) {
            return Outcome.Failed.of(fault); // deep recursion too is the text's doing, and happens again
        } finally {
            company.readLock().unlock();
        }
        return alone(text);
    }

    private Outcome alone(TextInput text) {
        company.writeLock().lock();
        try {
            return new Outcome.Assessed(scorer.apply(text));
        } catch (OutOfMemoryError | ModelFaultException fault) {
            return ofText(fault);
        } catch (RuntimeException | StackOverflowError fault) {
            return Outcome.Failed.of(fault);
        } finally {
            company.writeLock().unlock();
        }
    }

    private Outcome ofText(Throwable fault) {
        var unused = scorer.apply(SHORT); // throws where the machine is at fault
        return Outcome.Failed.of(fault);
    }
}
