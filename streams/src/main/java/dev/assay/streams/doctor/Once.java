package dev.assay.streams.doctor;

import java.util.Optional;
import java.util.function.Supplier;

/** Something that several checks need and that is opened when the first of them asks; a failure is remembered, too. */
final class Once<T> {
    private final Supplier<T> opening;
    private T value;
    private RuntimeException fault;

    Once(Supplier<T> opening) {
        this.opening = opening;
    }

    /** The thing, or the failure to open it. */
    T get() {
        if (fault == null && value == null) {
            try {
                value = opening.get();
            } catch (RuntimeException e) {
                fault = e;
            }
        }
        if (fault != null) {
            throw fault;
        }
        return value;
    }

    /** The thing, where it could be opened. */
    Optional<T> find() {
        try {
            return Optional.of(get());
        } catch (RuntimeException e) {
            return Optional.empty(); // said by the check that is about it
        }
    }

    /** The thing, where somebody asked for it and it could be opened. */
    Optional<T> opened() {
        return Optional.ofNullable(value);
    }
}
