package dev.assay.schemas.registry;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;

/**
 * Answers kept for ever, each asked for once: threads that want the same key while it is being fetched wait for that one
 * request. A failure reaches all that wait for it and is then forgotten.
 */
final class SingleFlight<K, V> {
    private final ConcurrentMap<K, CompletableFuture<V>> answers = new ConcurrentHashMap<>();

    V get(K key, Function<K, V> fetch) {
        var mine = new CompletableFuture<V>();
        CompletableFuture<V> theirs = answers.putIfAbsent(key, mine);
        if (theirs != null) {
            return joined(theirs);
        }
        try {
            mine.complete(fetch.apply(key));
        } catch (RuntimeException | Error failure) {
            answers.remove(key, mine);
            mine.completeExceptionally(failure);
        }
        return joined(mine);
    }

    void put(K key, V value) {
        answers.put(key, CompletableFuture.completedFuture(value));
    }

    private static <V> V joined(CompletableFuture<V> answer) {
        try {
            return answer.join();
        } catch (CompletionException failure) {
            // As it was thrown: whose fault it is depends on what it is, and running out of memory is no record's.
            if (failure.getCause() instanceof RuntimeException known) {
                throw known;
            }
            if (failure.getCause() instanceof Error error) {
                throw error;
            }
            throw failure;
        }
    }
}
