package dev.assay.streams.demo;

import dev.assay.streams.demo.OutcomeReader.Outcome;
import dev.assay.streams.run.Detection;
import dev.assay.streams.run.ShutdownSignal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Sends, reads and counts until all is answered or somebody says stop. */
final class DemoLoop {
    private static final long PACE = TimeUnit.SECONDS.toNanos(2); // between two events of the gentle part
    private static final long LONGEST_SILENCE = TimeUnit.MINUTES.toNanos(3);

    private final Detection detection;
    private final SampleSender sender;
    private final OutcomeReader reader;
    private final DemoView view;
    private final ShutdownSignal signal;
    private final Tally tally = new Tally();
    private long lastNews;

    DemoLoop(Detection detection, SampleSender sender, OutcomeReader reader, DemoView view, ShutdownSignal signal) {
        this.detection = detection;
        this.sender = sender;
        this.reader = reader;
        this.view = view;
        this.signal = signal;
    }

    boolean run(int events, boolean exit, double targetRate) {
        while (detection.unready().isPresent() && !signal.isAsked()) {
            poll(); // nothing to read yet: only a wait that notices a failure
        }
        long began = System.nanoTime();
        sender.send(events > 0 ? events : sender.round());
        while (!isAllAnswered() && !signal.isAsked()) {
            poll();
        }
        boolean balanced = summarize(targetRate, System.nanoTime() - began);
        if (!exit) {
            goOn();
            balanced = summarize(targetRate, System.nanoTime() - began);
        }
        return balanced;
    }

    /** At a gentle pace, for people to watch, until told to stop. */
    private void goOn() {
        view.progress("going on at a gentle pace; Ctrl-C ends");
        long due = System.nanoTime();
        while (!signal.isAsked()) {
            if (System.nanoTime() - due >= 0) {
                sender.send(1);
                due += PACE;
            }
            poll();
        }
    }

    private boolean isAllAnswered() {
        return tally.answered() + sender.tombstones() == sender.count()
                && detection.counts().records() >= sender.count()
                && detection.counts().isBalanced();
    }

    private void poll() {
        List<Outcome> outcomes = reader.poll();
        long now = System.nanoTime();
        outcomes.forEach(outcome -> show(outcome, now));
        lastNews = outcomes.isEmpty() && lastNews != 0 && !isAllAnswered() ? lastNews : now;
        detection.dead().filter(reason -> !signal.isAsked()).ifPresent(reason -> {
            throw new DemoFailure("the application stopped: " + reason);
        });
        if (now - lastNews > LONGEST_SILENCE) {
            throw new DemoFailure("no answer for three minutes; " + tally.answered() + " of " + sender.count()
                    + " records answered (--debug shows the log).");
        }
    }

    private void show(Outcome outcome, long now) {
        SampleSender.Sent sent = sender.sent(outcome.id());
        long latency = now - sent.nanos();
        if (outcome.verdict() == null) {
            tally.deadLetter(sent.entry(), latency);
            view.deadLetter(outcome.id(), sent.entry().source(), outcome.fault());
        } else {
            tally.verdict(sent.entry(), outcome.verdict(), latency);
            view.verdict(outcome.verdict(), sent.entry().label());
        }
    }

    private boolean summarize(double targetRate, long nanos) {
        long tombstones = detection.counts().tombstones();
        boolean balanced = tally.balances(sender.count(), tombstones);
        List<String> lines = new ArrayList<>();
        lines.add("balance       " + tally.balance(sender.count(), tombstones)
                + (balanced ? "" : " - it does not balance"));
        lines.addAll(tally.summary(targetRate, nanos));
        view.summary(lines);
        return balanced;
    }
}
