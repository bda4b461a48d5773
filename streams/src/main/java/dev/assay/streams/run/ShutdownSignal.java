package dev.assay.streams.run;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * SIGTERM and Ctrl-C as something to wait for. Make it before what has to be closed and close it after: the JVM's end is held back
 * until then.
 */
public final class ShutdownSignal implements AutoCloseable {
    private static final long LONGEST_STOP_SECONDS = 60;

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread hook = new Thread(this::holdBack, "assay-stop");

    /** Listens from now on. */
    public ShutdownSignal() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Waits until it is time to stop; false when it is not after that long. */
    public boolean await(Duration longest) throws InterruptedException {
        return asked.await(longest.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Whether it is time to stop. */
    public boolean isAsked() {
        return asked.getCount() == 0;
    }

    @Override
    public void close() {
        closed.countDown();
        if (!isAsked()) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException e) {
                // The JVM began to end just now; the hook finds nothing left to hold back for.
            }
        }
    }

    private void holdBack() {
        asked.countDown();
        try {
            closed.await(LONGEST_STOP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
