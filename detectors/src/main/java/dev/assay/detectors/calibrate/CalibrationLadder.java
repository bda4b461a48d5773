package dev.assay.detectors.calibrate;

import dev.assay.detectors.calibrate.Calibration.ReferenceText;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The reference scores of all loaded calibrations, by rung: domain and length, then domain, then all. The first rung with enough
 * references for the target rate gives the p-value. A text of unknown domain takes the largest p over the domains that have enough:
 * whichever it comes from, the rate holds. A document counts once on each rung, however many calibrations hold it.
 */
public final class CalibrationLadder {
    private static final String ALL = "all";

    private final List<Calibration> calibrations;
    private final Set<String> domains;
    private final Map<String, Map<String, Rung>> rungs = new HashMap<>(); // detector → rung's name → rung

    private CalibrationLadder(List<Calibration> calibrations) {
        this.calibrations = calibrations;
        this.domains = new TreeSet<>();
        for (Calibration calibration : calibrations) {
            domains.add(calibration.certificate().domain());
        }
        for (String detector : new TreeSet<>(
                calibrations.stream().flatMap(c -> c.detectors().stream()).toList())) {
            rungs.put(detector, rungsOf(detector));
        }
    }

    /** A ladder over these calibrations, whatever their order. */
    public static CalibrationLadder of(List<Calibration> calibrations) {
        return new CalibrationLadder(calibrations.stream()
                .sorted(Comparator.comparing(Calibration::id))
                .toList());
    }

    /** A ladder over these calibrations and more; one that is there already counts once. */
    public CalibrationLadder with(List<Calibration> more) {
        Map<String, Calibration> byId = new TreeMap<>();
        Stream.concat(calibrations.stream(), more.stream()).forEach(each -> byId.putIfAbsent(each.id(), each));
        return of(List.copyOf(byId.values()));
    }

    /** A ladder without references: every text abstains for want of calibration. */
    public static CalibrationLadder empty() {
        return of(List.of());
    }

    /** What the ladder was built from, in order of id. */
    public List<Calibration> calibrations() {
        return calibrations;
    }

    /**
     * The p-value of a score.
     *
     * @param domain kind of text, or null when unknown; one that no calibration has counts as unknown
     * @param scoredTokens length of the text
     * @param alpha target rate, in (0, 1)
     * @return empty when no rung has enough references for {@code alpha}
     */
    public Optional<PValue> pValue(String detector, String domain, int scoredTokens, double score, double alpha) {
        Map<String, Rung> own = rungs.getOrDefault(detector, Map.of());
        String length = LengthBucket.of(scoredTokens).label();
        Predicate<Rung> enough = rung -> rung.isEnough(alpha);
        Optional<PValue> all = rung(own, ALL).filter(enough).map(rung -> rung.pValue(score));
        if (domain != null && domains.contains(domain)) {
            return inDomain(own, domain, length, enough)
                    .map(rung -> rung.pValue(score))
                    .or(() -> all);
        }
        return domains.stream()
                .flatMap(candidate -> inDomain(own, candidate, length, enough).stream())
                .map(rung -> rung.pValue(score))
                .max(Comparator.comparingDouble(PValue::value))
                .map(CalibrationLadder::asLargest)
                .or(() -> all);
    }

    private static Optional<Rung> inDomain(
            Map<String, Rung> own, String domain, String length, Predicate<Rung> enough) {
        return Stream.of(domain + "/" + length, domain)
                .flatMap(name -> rung(own, name).stream())
                .filter(enough)
                .findFirst();
    }

    private static Optional<Rung> rung(Map<String, Rung> own, String name) {
        return Optional.ofNullable(own.get(name));
    }

    private static PValue asLargest(PValue p) {
        return new PValue(p.value(), p.lower(), p.references(), "largest:" + p.rung(), p.calibrations());
    }

    private Map<String, Rung> rungsOf(String detector) {
        Map<String, Collected> collected = new TreeMap<>();
        for (Calibration calibration : calibrations) {
            int column = calibration.detectors().indexOf(detector);
            String domain = calibration.certificate().domain();
            for (ReferenceText text : column < 0 ? List.<ReferenceText>of() : calibration.texts()) {
                String length = LengthBucket.of(text.scoredTokens()).label();
                for (String name : List.of(domain + "/" + length, domain, ALL)) {
                    collected.computeIfAbsent(name, Collected::new).add(calibration.id(), text, column);
                }
            }
        }
        Map<String, Rung> result = new HashMap<>();
        collected.forEach((name, rung) -> result.put(name, rung.rung()));
        return result;
    }

    /** References of one rung while they are gathered. */
    private static final class Collected {
        private final String name;
        private final Map<String, Double> scores = new HashMap<>(); // document → score
        private final Set<String> calibrations = new TreeSet<>();

        Collected(String name) {
            this.name = name;
        }

        void add(String calibration, ReferenceText text, int column) {
            text.scores().get(column).ifPresent(score -> {
                if (scores.putIfAbsent(text.document(), score) == null) {
                    calibrations.add(calibration);
                }
            });
        }

        Rung rung() {
            double[] values =
                    scores.values().stream().mapToDouble(Double::doubleValue).toArray();
            return new Rung(name, values, List.copyOf(calibrations));
        }
    }
}
