package dev.assay.streams.cli;

import dev.assay.streams.preflight.BrokerAccess;
import dev.assay.streams.settings.SettingTable;
import dev.assay.streams.settings.Settings;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;

/** A broker that answers, or one line that says it does not. */
final class BrokerConnection implements BrokerAccess {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration CLOSING = Duration.ofSeconds(2);

    private final Admin admin;
    private final String servers;

    private BrokerConnection(Admin admin, String servers) {
        this.admin = admin;
        this.servers = servers;
    }

    /**
     * Connects and waits for a first answer.
     *
     * @throws CommandFailure when there is none
     */
    static BrokerConnection open(Settings settings) {
        String servers = settings.get(SettingTable.BOOTSTRAP_SERVERS);
        BrokerConnection connection = new BrokerConnection(create(settings, servers), servers);
        try {
            connection.await(connection.admin.describeCluster().nodes());
            return connection;
        } catch (RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    /** What the broker is asked through. */
    @Override
    public Admin admin() {
        return admin;
    }

    /** The broker's answer; a fault it names is thrown as that fault. */
    @Override
    public <T> T await(KafkaFuture<T> answer) {
        try {
            return answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw failure(e.getCause());
        } catch (TimeoutException e) {
            throw unreachable(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailure("interrupted while waiting for broker " + servers + ".", e);
        }
    }

    @Override
    public void close() {
        admin.close(CLOSING);
    }

    private static Admin create(Settings settings, String servers) {
        Map<String, Object> own = new HashMap<>();
        own.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, servers);
        own.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis() / 2);
        own.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
        own.putAll(settings.kafka());
        Properties properties = new Properties();
        properties.putAll(own);
        try {
            return Admin.create(properties);
        } catch (KafkaException e) {
            throw new CommandFailure("broker " + servers + ": " + BrokerFault.settings(e), e);
        }
    }

    private RuntimeException failure(Throwable cause) {
        String refusal = BrokerFault.refusal(cause);
        if (refusal != null) {
            return new CommandFailure("broker " + servers + ": " + refusal, cause);
        }
        if (cause instanceof org.apache.kafka.common.errors.TimeoutException) {
            return unreachable(cause);
        }
        return cause instanceof RuntimeException runtime ? runtime : new CommandFailure(cause.getMessage(), cause);
    }

    private CommandFailure unreachable(Throwable cause) {
        return new CommandFailure(
                "broker " + servers + " does not answer; start it, or set bootstrap.servers to one that does,"
                        + " and kafka.security.protocol to what it speaks.",
                cause);
    }
}
