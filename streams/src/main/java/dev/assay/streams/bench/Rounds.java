package dev.assay.streams.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Contenders that take turns, round after round, so that whatever slows the machine slows them all. */
final class Rounds {
    private final Map<String, Contender> contenders = new LinkedHashMap<>();
    private final Map<String, List<Double>> speeds = new LinkedHashMap<>();

    /** One pass over the texts. */
    @FunctionalInterface
    interface Contender {
        /** Tokens a second. */
        double pass() throws InterruptedException;
    }

    void add(String name, Contender contender) {
        contenders.put(name, contender);
        speeds.put(name, new ArrayList<>());
    }

    void run(Bench bench, String part) throws InterruptedException {
        for (int round = 1; round <= bench.scale().pairs(); round++) {
            for (var contender : contenders.entrySet()) {
                speeds.get(contender.getKey()).add(contender.getValue().pass());
            }
            bench.says(part + ", round " + round + " of " + bench.scale().pairs());
        }
    }

    /** Tokens a second in each round. */
    List<Double> speeds(String name) {
        return speeds.get(name);
    }

    /** How many times faster one was than another, in each round. */
    List<Double> ratios(String name, String than) {
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < speeds(name).size(); i++) {
            ratios.add(speeds(name).get(i) / speeds(than).get(i));
        }
        return ratios;
    }

    /** Name, tokens a second, and how many times faster {@code faster} is. */
    List<String> row(String name, Optional<String> faster) {
        String ratio = faster.map(other -> Numbers.spread(ratios(other, name))).orElse("");
        return List.of(name, Numbers.spread(speeds(name)), ratio);
    }
}
