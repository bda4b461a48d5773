package dev.assay.streams.broker;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;

/** A broker with two listeners over TLS, one that wants SCRAM-SHA-512 and one that wants PLAIN; the tests set it up through a third. */
public final class SecuredBroker implements AutoCloseable {
    public static final String USER = "ann";
    public static final String PASSWORD = "open sesame";
    private static final int ITERATIONS = 4096;

    private final LocalBroker broker;
    private final KeyStores stores;
    private final Map<String, Integer> ports;

    private SecuredBroker(LocalBroker broker, KeyStores stores, Map<String, Integer> ports) {
        this.broker = broker;
        this.stores = stores;
        this.ports = ports;
    }

    /** Starts with keys and data in a folder. */
    public static SecuredBroker start(Path folder) {
        KeyStores stores = KeyStores.in(folder);
        Map<String, Integer> ports = Map.of("SCRAM-SHA-512", Ports.free(), "PLAIN", Ports.free());
        LocalBroker broker = LocalBroker.start(folder.resolve("data"), settings -> secured(settings, stores, ports));
        SecuredBroker secured = new SecuredBroker(broker, stores, ports);
        secured.addUser();
        return secured;
    }

    /** The broker behind the listeners, without security. */
    public LocalBroker broker() {
        return broker;
    }

    /** Where clients with that mechanism connect, as {@code host:port}. */
    public String bootstrap(String mechanism) {
        return "127.0.0.1:" + ports.get(mechanism);
    }

    /** Assay's settings for a mechanism, right ones. */
    public Map<String, String> settings(String mechanism) {
        Map<String, String> settings = new HashMap<>();
        settings.put("bootstrap.servers", bootstrap(mechanism));
        settings.put("kafka.security.protocol", "SASL_SSL");
        settings.put("kafka.sasl.mechanism", mechanism);
        settings.put("kafka.sasl.jaas.config", login(mechanism, PASSWORD));
        settings.put("kafka.ssl.truststore.location", stores.trust().toString());
        settings.put("kafka.ssl.truststore.password", KeyStores.PASSWORD);
        return settings;
    }

    /** A client's login. */
    public static String login(String mechanism, String password) {
        return module(mechanism) + " required username=\"" + USER + "\" password=\"" + password + "\";";
    }

    @Override
    public void close() {
        broker.close();
    }

    private static Map<String, Object> secured(
            Map<String, Object> settings, KeyStores stores, Map<String, Integer> ports) {
        Map<String, Object> more = new HashMap<>(settings);
        ports.forEach((mechanism, port) -> {
            String listener = mechanism.replace("-", "_");
            for (String list : List.of("listeners", "advertised.listeners")) {
                more.merge(list, listener + "://127.0.0.1:" + port, (before, another) -> before + "," + another);
            }
            more.merge(
                    "listener.security.protocol.map",
                    listener + ":SASL_SSL",
                    (before, another) -> before + "," + another);
            String name = "listener.name." + listener.toLowerCase(java.util.Locale.ROOT) + ".";
            more.put(name + "sasl.enabled.mechanisms", mechanism);
            String users = mechanism.equals("PLAIN") ? " user_" + USER + "=\"" + PASSWORD + "\"" : "";
            more.put(
                    name + mechanism.toLowerCase(java.util.Locale.ROOT) + ".sasl.jaas.config",
                    module(mechanism) + " required" + users + ";");
        });
        more.put("ssl.keystore.location", stores.keys().toString());
        more.put("ssl.keystore.password", KeyStores.PASSWORD);
        more.put("ssl.key.password", KeyStores.PASSWORD);
        return more;
    }

    private static String module(String mechanism) {
        return mechanism.equals("PLAIN")
                ? "org.apache.kafka.common.security.plain.PlainLoginModule"
                : "org.apache.kafka.common.security.scram.ScramLoginModule";
    }

    private void addUser() {
        var credentials = new UserScramCredentialUpsertion(
                USER, new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, ITERATIONS), PASSWORD);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrap()))) {
            admin.alterUserScramCredentials(List.of(credentials)).all().get();
        } catch (ExecutionException refused) {
            throw new IllegalStateException("no SCRAM user", refused);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
