package dev.assay.streams.cli;

import dev.assay.schemas.Answer;
import dev.assay.schemas.Verdict;
import dev.assay.streams.demo.DemoView;
import java.util.List;
import java.util.Locale;

/** A demonstration as a table, a line a result, as they come. */
final class DemoTable implements DemoView {
    private final Surroundings here;
    private boolean begun;

    DemoTable(Surroundings here) {
        this.here = here;
    }

    @Override
    public void progress(String line) {
        here.progress(line);
    }

    @Override
    public void verdict(Verdict verdict, String label) {
        Answer machine = verdict.getQuestions().get("MACHINE");
        row(
                VerdictRow.shortened(verdict.getEventId(), 13),
                VerdictRow.shortened(verdict.getSource(), 16),
                VerdictRow.orDash(verdict.getText().getDomain()),
                machine.getDecision(),
                VerdictRow.number("%.4f", machine.getPValue()),
                VerdictRow.grounds(machine),
                VerdictRow.bitsPerByte(verdict),
                verdict.getText().getTokens(),
                VerdictRow.orDash(label));
    }

    @Override
    public void deadLetter(String id, String source, String fault) {
        row(id, source, "-", "DEAD LETTER", "-", fault, "-", "-", "-");
    }

    @Override
    public void summary(List<String> lines) {
        here.out().println();
        lines.forEach(here.out()::println);
        here.out().flush();
    }

    private void row(Object... cells) {
        if (!begun) {
            begun = true;
            row("ID", "SOURCE", "DOMAIN", "DECISION", "P", "BAND/REASON", "BITS/BYTE", "TOKENS", "WRITTEN BY");
        }
        here.out().println(String.format(Locale.ROOT, "%-13s %-16s %-12s %-11s %-7s %-15s %9s %6s  %s", cells));
        here.out().flush();
    }
}
