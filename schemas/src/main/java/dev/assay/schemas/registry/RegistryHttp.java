package dev.assay.schemas.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/**
 * One question to a registry: tries each address, several rounds with growing pauses, until one gives a JSON answer that
 * speaks of the question. What a second try cannot change (wrong credentials, a redirect) ends it at once.
 */
final class RegistryHttp {
    private static final String MEDIA_TYPE = "application/vnd.schemaregistry.v1+json";
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Longest answer that is read. A schema of that size has more fields than a program can be written for. */
    static final int MOST_BYTES = 4 << 20;

    private static final int LEAST_OWN_CODE = 10_000; // of five digits, where HTTP has three

    /** An answer about the question: success, or an error with the registry's own code. */
    record Answer(int status, JsonNode body, Endpoint from) {
        boolean isSuccess() {
            return status / 100 == 2;
        }

        /** The registry's five-digit code, or the HTTP status where it gives none. */
        int code() {
            return body.path("error_code").asInt(status);
        }
    }

    private record Question(String method, String path, JsonNode body, String what, Wanted wanted) {}

    /** What counts as an answer. */
    private enum Wanted {
        /** A JSON object; a 404 must have the registry's code. */
        OBJECT,
        /** The same, or a JSON array. */
        LIST,
        /** An object, or any 404: older registries do not offer it. */
        IF_OFFERED
    }

    /** Why one attempt gave no answer; another may. */
    private static final class NoAnswer extends Exception {
        private static final long serialVersionUID = 1L;

        NoAnswer(String why) {
            super(why);
        }
    }

    private final RegistrySettings settings;
    private final HttpClient client;
    private final CountDownLatch closed = new CountDownLatch(1);

    RegistryHttp(RegistrySettings settings) {
        this.settings = settings;
        this.client = HttpClient.newBuilder()
                // Upgrading to HTTP/2 in clear text trips some servers, and a redirect would carry credentials along.
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(settings.connectTimeout())
                .build();
    }

    Answer get(String path, String what) {
        return ask(new Question("GET", path, null, what, Wanted.OBJECT));
    }

    Answer getList(String path, String what) {
        return ask(new Question("GET", path, null, what, Wanted.LIST));
    }

    /** For what older registries do not offer: any 404 answers it. */
    Answer getIfOffered(String path, String what) {
        return ask(new Question("GET", path, null, what, Wanted.IF_OFFERED));
    }

    Answer post(String path, JsonNode body, String what) {
        return ask(new Question("POST", path, body, what, Wanted.OBJECT));
    }

    Answer put(String path, JsonNode body, String what) {
        return ask(new Question("PUT", path, body, what, Wanted.OBJECT));
    }

    /** Whether any address answers that question as a registry does; each is asked once. */
    boolean answers(String path) {
        var question = new Question("GET", path, null, "anything", Wanted.LIST);
        return closed.getCount() > 0 && settings.endpoints().stream().anyMatch(endpoint -> answers(endpoint, question));
    }

    private boolean answers(Endpoint endpoint, Question question) {
        try {
            Answer answer = attempt(endpoint, question);
            return answer.isSuccess()
                    ? answer.body().isArray() || answer.body().has("schema")
                    : answer.code() >= LEAST_OWN_CODE;
        } catch (NoAnswer | RegistryException none) {
            return false;
        }
    }

    /** Waits as long as between two late rounds. */
    void restLongest(String what) {
        rest(settings.longestPause(), what);
    }

    void close() {
        closed.countDown();
    }

    private Answer ask(Question question) {
        String last = "";
        Duration pause = settings.pause();
        for (int round = 0; round < settings.rounds(); round++) {
            if (round > 0) {
                rest(pause, question.what());
                pause = longer(pause);
            }
            for (var endpoint : settings.endpoints()) {
                try {
                    return attempt(endpoint, question);
                } catch (NoAnswer none) {
                    last = endpoint + ": " + none.getMessage();
                }
            }
        }
        throw new RegistryException(
                "schema registry " + settings.place() + " gave no answer for " + question.what() + " in "
                        + settings.rounds() + " rounds (last " + last + "): check that it runs and setting "
                        + RegistrySettings.URL);
    }

    private Answer attempt(Endpoint endpoint, Question question) throws NoAnswer {
        String what = question.what();
        HttpResponse<byte[]> response = send(endpoint, request(endpoint, question), what);
        int status = response.statusCode();
        if (status == 401 || status == 403) {
            throw new RegistryException("schema registry " + endpoint + " answered " + status + " for " + what + ": "
                    + (status == 401 ? "it wants another user and password" : "this user may not do that")
                    + "; check setting schema.registry.user.info (basic.auth.user.info of a Kafka client) or"
                    + " schema.registry.bearer.token (bearer.auth.token)");
        }
        if (status / 100 == 3) {
            throw new RegistryException("schema registry " + endpoint + " redirects (" + status + ") for " + what
                    + ": set " + RegistrySettings.URL + " to where it redirects");
        }
        if (status >= 500 || status == 429 || status == 408) {
            throw new NoAnswer("HTTP " + status);
        }
        if (status == 404 && question.wanted() == Wanted.IF_OFFERED) {
            return new Answer(status, JSON.createObjectNode(), endpoint);
        }
        return new Answer(status, json(response, question.wanted()), endpoint);
    }

    private HttpResponse<byte[]> send(Endpoint endpoint, HttpRequest request, String what) throws NoAnswer {
        // The request's own time-out ends with the headers; this one holds for the body too.
        CompletableFuture<HttpResponse<byte[]>> response =
                client.sendAsync(request, head -> new CappedBody(MOST_BYTES));
        Duration longest = settings.connectTimeout().plus(settings.readTimeout());
        try {
            return response.get(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException slow) {
            response.cancel(true);
            throw new NoAnswer("nothing within " + longest.toMillis() + " ms");
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof SSLException untrusted) {
                throw new RegistryException("schema registry " + endpoint + " has no TLS that this program trusts ("
                        + reason(untrusted) + "): check setting " + RegistrySettings.URL
                        + ", and give Java a trust store"
                        + " with the registry's certificate (-Djavax.net.ssl.trustStore=FILE)");
            }
            throw new NoAnswer(reason(failed.getCause()));
        } catch (InterruptedException interrupted) {
            response.cancel(true);
            throw interruption(what);
        }
    }

    private HttpRequest request(Endpoint endpoint, Question question) {
        JsonNode body = question.body();
        var request = HttpRequest.newBuilder(endpoint.at(question.path()))
                .timeout(settings.readTimeout())
                .header("Accept", MEDIA_TYPE + ", application/json")
                .header("Content-Type", MEDIA_TYPE)
                .method(
                        question.method(),
                        body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body.toString()));
        endpoint.authorization().ifPresent(value -> request.header("Authorization", value));
        return request.build();
    }

    /** What is no JSON object, or a 404 without a registry's code, comes from a proxy or from a wrong path. */
    private static JsonNode json(HttpResponse<byte[]> response, Wanted wanted) throws NoAnswer {
        try {
            JsonNode body = JSON.readTree(response.body());
            if (body != null && isShaped(body, wanted) && (response.statusCode() != 404 || isAbsence(body))) {
                return body;
            }
        } catch (IOException notJson) {
            throw foreign(response);
        }
        throw foreign(response);
    }

    private static boolean isShaped(JsonNode body, Wanted wanted) {
        return body.isObject() || (wanted == Wanted.LIST && body.isArray());
    }

    // 40401 to 40403, 40408; a server that knows no such path answers with another code, or with none.
    private static boolean isAbsence(JsonNode body) {
        return body.path("error_code").asInt() / 100 == 404;
    }

    private static NoAnswer foreign(HttpResponse<byte[]> response) {
        return new NoAnswer("HTTP " + response.statusCode()
                + " that is no registry's, is the path right (Apicurio's ends in /apis/ccompat/v7)?");
    }

    private void rest(Duration pause, String what) {
        try {
            if (closed.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new RegistryException("schema registry client closed while asking for " + what);
            }
        } catch (InterruptedException interrupted) {
            throw interruption(what);
        }
    }

    private Duration longer(Duration pause) {
        Duration twice = pause.multipliedBy(2);
        return twice.compareTo(settings.longestPause()) < 0 ? twice : settings.longestPause();
    }

    private static RegistryException interruption(String what) {
        Thread.currentThread().interrupt();
        return new RegistryException("interrupted while asking the schema registry for " + what);
    }

    private static String reason(Throwable failure) {
        String name = failure.getClass().getSimpleName();
        return failure.getMessage() == null ? name : name + " " + failure.getMessage();
    }
}
