package dev.assay.detectors.model;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.ReentrantLock;

/** One writer at a time in the cache, over threads and over processes; the operating system frees it when a process dies. */
final class StoreLock {
    // A file lock belongs to the whole process, so threads need their own.
    private static final ReentrantLock THREADS = new ReentrantLock();

    private StoreLock() {}

    /** What is done while the lock is held. */
    interface Work<T> {
        T run() throws IOException;
    }

    /** Waits for its turn, then does the work. */
    static <T> T holding(Path cache, Work<T> work) throws IOException {
        THREADS.lock();
        try {
            Files.createDirectories(cache);
            try (FileChannel channel =
                    FileChannel.open(cache.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                channel.lock(); // closing the channel frees it
                return work.run();
            }
        } finally {
            THREADS.unlock();
        }
    }
}
