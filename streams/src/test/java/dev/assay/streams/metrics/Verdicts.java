package dev.assay.streams.metrics;

import dev.assay.schemas.Answer;
import dev.assay.schemas.Decision;
import dev.assay.schemas.Direction;
import dev.assay.schemas.Provenance;
import dev.assay.schemas.Reason;
import dev.assay.schemas.ScoreValue;
import dev.assay.schemas.TextSummary;
import dev.assay.schemas.Verdict;
import dev.assay.schemas.VerdictJson;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Random;

/** Verdicts as a stream has them, from a seeded generator. */
final class Verdicts {
    static final Instant BEGIN = Instant.parse("2020-06-01T10:00:00Z");

    private static final String[] DOMAINS = {"news", "essays", "reviews", null};
    private static final String[] LANGUAGES = {"en", "en", "en", "fr", null};

    private Verdicts() {}

    /** One that was decided so many milliseconds after the beginning. */
    static Verdict at(long millis, Random random) {
        return withDomain(millis, DOMAINS[random.nextInt(DOMAINS.length)], random);
    }

    static Verdict withDomain(long millis, String domain, Random random) {
        int tokens = 50 + random.nextInt(500);
        double p = (1 + random.nextInt(1000)) / 1001.0;
        Instant decided = BEGIN.plusMillis(millis);
        return Verdict.newBuilder()
                .setEventId("e" + random.nextInt())
                .setCreatedAt(decided.minusMillis(random.nextInt(2000)))
                .setDecidedAt(decided)
                .setText(TextSummary.newBuilder()
                        .setBytes(4L * tokens + random.nextInt(50))
                        .setTokens(tokens)
                        .setScoredTokens(tokens - 1)
                        .setDomain(domain)
                        .setLanguage(LANGUAGES[random.nextInt(LANGUAGES.length)])
                        .build())
                .setQuestions(Map.of("MACHINE", machine(p, tokens < 100), "MEMBERSHIP", membership()))
                .setScores(Map.of(
                        "bits-per-byte", new ScoreValue(-p - 1, Direction.HIGHER_MEANS_MACHINE),
                        "lastde", new ScoreValue(7.0, Direction.HIGHER_MEANS_MACHINE)))
                .setProvenance(Provenance.newBuilder()
                        .setBundleId("model-" + random.nextInt(2))
                        .build())
                .build();
    }

    private static Answer machine(double p, boolean tooShort) {
        Answer.Builder answer = Answer.newBuilder().setDetector("bits-per-byte");
        if (tooShort) {
            return answer.setDecision(Decision.ABSTAINED)
                    .setReason(Reason.TOO_SHORT)
                    .build();
        }
        return answer.setDecision(p <= 0.01 ? Decision.FLAGGED : Decision.CLEARED)
                .setPValue(p)
                .setRung("news/128-255")
                .build();
    }

    private static Answer membership() {
        return Answer.newBuilder()
                .setDecision(Decision.UNREMARKABLE)
                .setPValue(0.75)
                .setRung("largest:news")
                .setDetector("dc-pdd")
                .build();
    }

    static byte[] bytes(Verdict verdict) {
        return VerdictJson.write(verdict).getBytes(StandardCharsets.UTF_8);
    }
}
