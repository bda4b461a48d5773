package dev.assay.detectors.model;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** Writes an HTTP answer's body into a part file: the rest of it behind what is there, the whole of it in its place. */
final class PartWriter implements HttpResponse.BodyHandler<Void>, AutoCloseable {
    static final int WHOLE = 200;
    static final int REST = 206;

    private final Path part;
    private final long most;
    private OutputStream out;
    private long written;

    /** Writes no more than {@code most} bytes, with those that are there. */
    PartWriter(Path part, long most) {
        this.part = part;
        this.most = most;
    }

    @Override
    public HttpResponse.BodySubscriber<Void> apply(HttpResponse.ResponseInfo info) {
        return switch (info.statusCode()) {
            case WHOLE -> into(StandardOpenOption.TRUNCATE_EXISTING);
            case REST -> into(StandardOpenOption.APPEND);
            default -> HttpResponse.BodySubscribers.replacing(null); // an error's text is not kept
        };
    }

    private synchronized HttpResponse.BodySubscriber<Void> into(StandardOpenOption mode) {
        try {
            out = Files.newOutputStream(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE, mode);
            written = Files.size(part);
            return HttpResponse.BodySubscribers.ofByteArrayConsumer(this::write);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private synchronized void write(Optional<byte[]> piece) {
        try {
            if (piece.isPresent()) {
                written += piece.get().length;
                if (written > most) {
                    throw new IOException("sent more than the " + most + " bytes that the model has");
                }
                out.write(piece.get());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized void close() throws IOException {
        if (out != null) {
            out.close();
        }
    }
}
