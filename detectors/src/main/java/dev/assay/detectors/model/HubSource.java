package dev.assay.detectors.model;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A model hub's file over HTTP; goes on where an interrupted download stopped. */
final class HubSource implements FileSource {
    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration ANSWER = Duration.ofSeconds(30);
    private static final int LOOK_MILLIS = 250;
    private static final int LOOKS_WITHOUT_A_BYTE = 120; // 30 s

    private final URI uri;
    private final long bytes;

    /**
     * A file of a hub.
     *
     * @param base the hub's address
     */
    HubSource(String base, PinnedModel model) {
        uri = URI.create(base.replaceAll("/+$", "") + "/" + model.hubPath());
        bytes = model.bytes();
    }

    @Override
    public String name() {
        return "model hub " + uri.getHost();
    }

    @Override
    public void fetch(Path part, PullProgress progress) throws IOException {
        HttpClient client = HttpClient.newBuilder()
                .connectTimeout(CONNECT)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        HttpRequest.Builder request = HttpRequest.newBuilder(uri).timeout(ANSWER);
        long have = Files.exists(part) ? Files.size(part) : 0;
        if (have > 0) {
            progress.says("going on with the download at " + have + " of " + bytes + " bytes");
            request.header("Range", "bytes=" + have + "-");
        }
        try (PartWriter writer = new PartWriter(part, bytes)) {
            int status = await(client.sendAsync(request.build(), writer), part, progress)
                    .statusCode();
            if (status != PartWriter.WHOLE && status != PartWriter.REST) {
                throw new IOException("answered with status " + status);
            }
        }
    }

    private HttpResponse<Void> await(CompletableFuture<HttpResponse<Void>> download, Path part, PullProgress progress)
            throws IOException {
        long seen = 0;
        int idle = 0;
        while (idle < LOOKS_WITHOUT_A_BYTE) {
            try {
                return download.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                long size = Files.exists(part) ? Files.size(part) : 0;
                idle = size == seen ? idle + 1 : 0;
                seen = size;
                progress.downloaded(size, bytes);
            } catch (ExecutionException e) {
                throw new IOException(why(e.getCause()), e.getCause());
            } catch (InterruptedException e) {
                download.cancel(true);
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("interrupted");
            }
        }
        download.cancel(true);
        throw new IOException("sent nothing for " + LOOKS_WITHOUT_A_BYTE * LOOK_MILLIS / 1000 + " s");
    }

    private static String why(Throwable fault) {
        Throwable first = fault instanceof UncheckedIOException ? fault.getCause() : fault;
        return first.getMessage() == null ? "cannot be reached" : first.getMessage();
    }
}
