package dev.assay.streams.detection;

import dev.assay.schemas.registry.RefusedSchemaException;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InconsistentGroupProtocolException;
import org.apache.kafka.common.errors.InvalidRequestException;
import org.apache.kafka.common.errors.InvalidSessionTimeoutException;
import org.apache.kafka.common.errors.UnsupportedVersionException;
import org.apache.kafka.streams.errors.MissingSourceTopicException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Replaces a stream thread that met a fault of the machine, since another try may go well; stops the application where it cannot, or where so
 * many follow each other with nothing done between them that trying again is no remedy.
 */
final class FaultHandler implements StreamsUncaughtExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(FaultHandler.class);
    private static final int MOST_IN_A_ROW = 12;
    private static final List<Class<? extends Throwable>> LASTING = List.of(
            MissingSourceTopicException.class,
            AuthorizationException.class,
            AuthenticationException.class,
            ConfigException.class,
            UnsupportedVersionException.class,
            InconsistentGroupProtocolException.class,
            InvalidSessionTimeoutException.class,
            InvalidRequestException.class,
            RefusedSchemaException.class,
            PendingStoreException.class,
            LinkageError.class);

    private final LongSupplier progress;
    /** What the progress was at the last fault. */
    private long atLastFault;

    private int inARow;
    private String failure;

    /** @param progress a number that grows whenever something is done for good */
    FaultHandler(LongSupplier progress) {
        this.progress = progress;
    }

    @Override
    public synchronized StreamThreadExceptionResponse handle(Throwable exception) {
        Throwable cause = lasting(exception);
        if (cause != null) {
            return stop(describe(cause));
        }
        cause = root(exception);
        if (tooMany()) {
            return stop(
                    MOST_IN_A_ROW + " faults in a row with nothing done between them, the last one " + describe(cause));
        }
        LOG.warn("replacing a stream thread after {}", describe(cause));
        return StreamThreadExceptionResponse.REPLACE_THREAD;
    }

    /** Why the application stopped by itself, in one line. */
    synchronized Optional<String> failure() {
        return Optional.ofNullable(failure);
    }

    private StreamThreadExceptionResponse stop(String why) {
        failure = "stopped: " + why;
        LOG.error(failure);
        return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }

    private boolean tooMany() {
        long done = progress.getAsLong();
        inARow = done == atLastFault ? inARow + 1 : 1;
        atLastFault = done;
        return inARow > MOST_IN_A_ROW;
    }

    private static Throwable lasting(Throwable exception) {
        for (Throwable t = exception; t != null; t = t.getCause()) {
            Throwable candidate = t;
            if (LASTING.stream().anyMatch(type -> type.isInstance(candidate))) {
                return t;
            }
        }
        return null;
    }

    private static Throwable root(Throwable exception) {
        Throwable root = exception;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    /** Class and, of messages that cannot quote an event, the first line. */
    private static String describe(Throwable fault) {
        String name = fault.getClass().getName();
        boolean safe = name.startsWith("dev.assay.") || name.startsWith("org.apache.kafka.common.errors.");
        return safe && fault.getMessage() != null
                ? name + ": " + fault.getMessage().lines().findFirst().orElse("")
                : name;
    }
}
