package dev.assay.detectors.model;

import java.io.IOException;
import java.util.Locale;
import java.util.function.DoubleSupplier;

/**
 * Which precision the default model has on a CPU. With VNNI, int8: it takes half of fp32's time. Without, flags do not tell: exact sums of
 * byte products take three quarters of fp32's time on some cores and more than its time on others, so a product is timed, once for each
 * kind of CPU.
 */
final class FastestPrecision {
    /** In the middle between what was measured on CPUs where int8 pays (0.73) and where it does not (1 and more). */
    static final double WORTHWHILE = 0.85;

    private final Cpu cpu;
    private final DoubleSupplier trial;
    private final PrecisionChoices choices;

    /** @param trial times int8 by fp32 on this CPU */
    FastestPrecision(Cpu cpu, DoubleSupplier trial, PrecisionChoices choices) {
        this.cpu = cpu;
        this.trial = trial;
        this.choices = choices;
    }

    /** The fastest on this CPU, from what is remembered where it was measured. Remembers nothing. */
    PrecisionChoice fastest() {
        String vnni = cpu.vnni();
        if (!vnni.isEmpty()) {
            return new PrecisionChoice(Precision.INT8.name(), "this CPU has " + vnni, false);
        }
        return choices.of(cpu).filter(known -> !known.asked()).orElseGet(this::measured);
    }

    /** The one in use: what was pulled last on a CPU of this kind, else the fastest, which is remembered where the cache can be written. */
    PrecisionChoice inUse() {
        return choices.of(cpu).orElseGet(() -> {
            PrecisionChoice fastest = fastest();
            try {
                use(fastest);
            } catch (IOException e) {
                return fastest; // found out again at the next start
            }
            return fastest;
        });
    }

    /** From now on this one is in use on CPUs of this kind. */
    void use(PrecisionChoice choice) throws IOException {
        if (choice.asked() || cpu.vnni().isEmpty()) {
            choices.put(cpu, choice);
        } else {
            choices.forget(cpu); // what flags tell needs no memory
        }
    }

    static PrecisionChoice asked(Precision precision) {
        return new PrecisionChoice(precision.name(), "as asked for with --precision", true);
    }

    private PrecisionChoice measured() {
        double ratio = trial.getAsDouble();
        String times = String.format(Locale.ROOT, "%.2f", ratio);
        return ratio <= WORTHWHILE
                ? new PrecisionChoice(
                        Precision.INT8.name(),
                        "its products take " + times + " of fp32's time on this CPU, which has no VNNI",
                        false)
                : new PrecisionChoice(
                        Precision.FP32.name(),
                        "products in int8 take " + times + " of its time on this CPU, which has no VNNI",
                        false);
    }
}
