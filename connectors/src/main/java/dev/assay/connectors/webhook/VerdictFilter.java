package dev.assay.connectors.webhook;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;

/** Which verdicts are sent. */
record VerdictFilter(List<String> questions, List<String> decisions, boolean shadow) {

    static VerdictFilter of(WebhookSinkConfig config) {
        return new VerdictFilter(
                config.getList(WebhookSinkConfig.QUESTIONS).stream()
                        .map(question -> question.toLowerCase(Locale.ROOT))
                        .toList(),
                config.getList(WebhookSinkConfig.DECISIONS),
                config.getBoolean(WebhookSinkConfig.SHADOW));
    }

    boolean accepts(ObjectNode verdict) {
        if (verdict.path("shadow").asBoolean() && !shadow) {
            return false;
        }
        return questions.stream()
                .map(question -> verdict.path("questions")
                        .path(question)
                        .path("decision")
                        .asText())
                .anyMatch(decisions::contains);
    }
}
