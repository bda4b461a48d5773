package dev.assay.streams.cli;

import java.nio.file.NoSuchFileException;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.SslAuthenticationException;

/** Why a broker cannot be used, in one line: what happened, the setting, the remedy. */
final class BrokerFault {
    private static final String TRUST = "kafka.ssl.truststore.location and kafka.ssl.truststore.password";

    private BrokerFault() {}

    /** An answer of the broker's that more attempts do not change; null for other faults. */
    static String refusal(Throwable fault) {
        if (fault instanceof SaslAuthenticationException) {
            return "refused user and password (" + fault.getMessage()
                    + "); check settings kafka.sasl.jaas.config and kafka.sasl.mechanism.";
        }
        if (fault instanceof SslAuthenticationException) {
            return "no TLS with it (" + deepest(fault).getMessage() + "); " + certificate(fault);
        }
        if (fault instanceof AuthorizationException) {
            return "refused: " + fault.getMessage()
                    + "; give the user of setting kafka.sasl.jaas.config that right (an ACL).";
        }
        return null;
    }

    /** Settings that no client can be made of. */
    static String settings(Throwable fault) {
        Throwable deepest = deepest(fault);
        String why = deepest instanceof NoSuchFileException
                ? "no such file: " + deepest.getMessage()
                : String.valueOf(deepest.getMessage());
        return why + "; check " + concerned(fault) + ".";
    }

    private static String certificate(Throwable fault) {
        boolean named = messages(fault).anyMatch(message -> message.contains("subject alternative"));
        return named
                ? "use a host name of its certificate in setting bootstrap.servers."
                : "settings " + TRUST + " must name a trust store with its certificate or the issuer's.";
    }

    private static String concerned(Throwable fault) {
        if (messages(fault).anyMatch(message -> message.contains("JAAS") || message.contains("jaas"))) {
            return "setting kafka.sasl.jaas.config";
        }
        return messages(fault).anyMatch(message -> message.contains("SSL"))
                ? "settings " + TRUST + " and the other kafka.ssl.*"
                : "setting bootstrap.servers and the kafka.* settings";
    }

    private static Stream<String> messages(Throwable fault) {
        return Stream.iterate(fault, cause -> cause != null, Throwable::getCause)
                .map(cause -> String.valueOf(cause.getMessage()));
    }

    private static Throwable deepest(Throwable fault) {
        Throwable deepest = fault;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        return deepest;
    }
}
