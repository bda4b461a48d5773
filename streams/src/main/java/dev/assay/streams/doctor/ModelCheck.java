package dev.assay.streams.doctor;

import dev.assay.detectors.model.Bundle;

/** Whether the model is on this machine, every file of it as it was imported. */
final class ModelCheck implements Check {
    private static final int ID_DIGITS = 16;

    private final Once<Bundle> model;

    ModelCheck(Once<Bundle> model) {
        this.model = model;
    }

    @Override
    public String name() {
        return "model";
    }

    @Override
    public Finding run() {
        Bundle bundle = model.get();
        return Finding.ok(
                this,
                bundle.manifest().name() + ", " + bundle.manifest().precision() + ", id "
                        + bundle.id().substring(0, ID_DIGITS) + ", all "
                        + bundle.manifest().files().size() + " files whole");
    }
}
