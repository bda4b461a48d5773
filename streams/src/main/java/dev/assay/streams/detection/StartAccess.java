package dev.assay.streams.detection;

import dev.assay.streams.preflight.BrokerAccess;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.ApiException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Brokers as the start asks them: what they refuse is thrown as they name it, and their silence as one line. */
record StartAccess(Admin admin, String bootstrap) implements BrokerAccess {
    @Override
    public <T> T await(KafkaFuture<T> answer) {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            throw fault(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartException("interrupted while asking the brokers", e);
        }
    }

    private RuntimeException fault(Throwable cause) {
        boolean answered = cause instanceof ApiException
                && (!(cause instanceof RetriableException) || cause instanceof UnknownTopicOrPartitionException);
        return answered
                ? (ApiException) cause
                : new StartException(
                        "no answer from " + bootstrap + " ("
                                + cause.getClass().getSimpleName()
                                + "): start the broker, or correct setting bootstrap.servers",
                        cause);
    }

    @Override
    public void close() {
        admin.close();
    }
}
