package dev.assay.streams.doctor;

import dev.assay.detectors.model.Bundle;
import dev.assay.detectors.model.ModelStore;
import dev.assay.detectors.model.PrecisionChoice;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Whether the model has the precision that is fastest on this CPU. Of other models than the default one nobody knows here whether they may
 * be in int8; that they need not be is said.
 */
final class PrecisionCheck implements Check {
    private static final String EXACT = "fp32";

    private final Once<Bundle> model;
    private final Supplier<PrecisionChoice> fastest;
    private final BooleanSupplier isDefault;

    PrecisionCheck(Once<ModelStore> models, Once<Bundle> model) {
        this(model, () -> models.get().fastest(), () -> models.get().isDefault(model.get()));
    }

    /**
     * @param fastest finds the fastest precision, which may take some seconds
     * @param isDefault whether the model is the default one
     */
    PrecisionCheck(Once<Bundle> model, Supplier<PrecisionChoice> fastest, BooleanSupplier isDefault) {
        this.model = model;
        this.fastest = fastest;
        this.isDefault = isDefault;
    }

    @Override
    public String name() {
        return "precision";
    }

    @Override
    public Finding run() {
        return model.find().map(this::look).orElseGet(() -> Finding.skipped(this, "no model to look at"));
    }

    private Finding look(Bundle bundle) {
        String precision = bundle.manifest().precision();
        if (precision.equals(EXACT) && !isDefault.getAsBoolean()) {
            return Finding.ok(this, "fp32; measure int8, which may be faster, with `assay models verify`");
        }
        PrecisionChoice choice = fastest.get();
        return precision.equals(choice.precision())
                ? Finding.ok(this, "the fastest here is " + choice)
                : Finding.noted(this, precision + ", where the fastest is " + choice + "; " + remedy(bundle, choice));
    }

    private String remedy(Bundle bundle, PrecisionChoice choice) {
        return isDefault.getAsBoolean()
                ? "take it with `assay models pull`, unless instances on other CPUs are to give the same scores (docs/precision.md)"
                : "import " + bundle.manifest().sourceFile() + " with `assay models import FILE --precision "
                        + choice.precision() + "`";
    }
}
