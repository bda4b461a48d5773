package dev.assay.streams.cli;

import dev.assay.schemas.Answer;
import dev.assay.schemas.Decision;
import dev.assay.schemas.ScoreValue;
import dev.assay.schemas.Verdict;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A verdict as a row of a table for people. */
final class VerdictRow {
    private static final String FORMAT = "%-22s %-12s %-9s %-7s %-14s %9s %8s %6s";

    static final String HEADING = String.format(
            Locale.ROOT, FORMAT, "ID", "DOMAIN", "DECISION", "P", "BAND/REASON", "BITS/BYTE", "FAMILIAR", "TOKENS");

    private VerdictRow() {}

    static String of(Verdict verdict) {
        Answer machine = verdict.getQuestions().get("MACHINE");
        return String.format(
                Locale.ROOT,
                FORMAT,
                shortened(verdict.getEventId(), 22),
                shortened(orDash(verdict.getText().getDomain()), 12),
                machine.getDecision(),
                number("%.4f", machine.getPValue()),
                grounds(machine),
                bitsPerByte(verdict),
                familiar(verdict.getQuestions().get("MEMBERSHIP")),
                verdict.getText().getTokens());
    }

    /** All scores in one line, set in from the row they belong to. */
    static String scores(Verdict verdict) {
        StringBuilder line = new StringBuilder("   ");
        Map<String, ScoreValue> scores = new TreeMap<>(verdict.getScores());
        scores.forEach(
                (name, score) -> line.append(' ').append(name).append(' ').append(number("%.4f", score.getValue())));
        return line.toString();
    }

    /** Why it abstains, or how far p lies under the rate. */
    static String grounds(Answer answer) {
        if (answer.getDecision() == Decision.ABSTAINED) {
            return answer.getReason().toString();
        }
        boolean flagged = answer.getDecision() == Decision.FLAGGED && answer.getBand() != null;
        return flagged ? answer.getBand().toString().toLowerCase(Locale.ROOT) : "-";
    }

    /** Bits, not minus bits, for people. */
    static String bitsPerByte(Verdict verdict) {
        ScoreValue score = verdict.getScores().get("bits-per-byte");
        return score == null || score.getValue() == null ? "-" : number("%.3f", -score.getValue());
    }

    static String number(String format, Double value) {
        return value == null ? "-" : String.format(Locale.ROOT, format, value);
    }

    static String shortened(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most - 1) + "…";
    }

    static String orDash(String text) {
        return text == null ? "-" : text;
    }

    private static String familiar(Answer membership) {
        return membership == null || membership.getPercentile() == null
                ? "-"
                : String.format(Locale.ROOT, "%.0f %%", membership.getPercentile());
    }
}
