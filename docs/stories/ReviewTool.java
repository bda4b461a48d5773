import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What a review tool does with the webhook sink's requests: checks the signature, drops what it has already, and writes the rest
 * to a file, a line each. Arguments: the file. The secret is in WEBHOOK_SECRET. Prints its address.
 */
final class ReviewTool {
    private final Path file;
    private final byte[] secret;
    private final Set<String> seen = new HashSet<>();

    private ReviewTool(Path file, String secret) {
        this.file = file;
        this.secret = secret.getBytes(StandardCharsets.UTF_8);
    }

    public static void main(String[] arguments) throws IOException {
        var tool = new ReviewTool(Path.of(arguments[0]), System.getenv("WEBHOOK_SECRET"));
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/verdicts", tool::take);
        server.start();
        System.out.println("http://127.0.0.1:" + server.getAddress().getPort() + "/verdicts");
    }

    private synchronized void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            String id = exchange.getRequestHeaders().getFirst("webhook-id");
            if (!isSigned(exchange, id, body)) {
                exchange.sendResponseHeaders(401, -1);
                return;
            }
            if (seen.add(id)) {
                Files.writeString(
                        file,
                        new String(body, StandardCharsets.UTF_8) + "\n",
                        StandardOpenOption.CREATE,
                        StandardOpenOption.APPEND);
            }
            exchange.sendResponseHeaders(204, -1);
        }
    }

    /** HMAC-SHA256 over ID.SECONDS.BODY, as Standard Webhooks has it; a real tool refuses old times, too. */
    private boolean isSigned(HttpExchange exchange, String id, byte[] body) {
        String seconds = exchange.getRequestHeaders().getFirst("webhook-timestamp");
        String given = exchange.getRequestHeaders().getFirst("webhook-signature");
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            mac.update((id + "." + seconds + ".").getBytes(StandardCharsets.UTF_8));
            String right = "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
            return given != null
                    && MessageDigest.isEqual(
                            right.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has HMAC-SHA256", impossible);
        }
    }
}
