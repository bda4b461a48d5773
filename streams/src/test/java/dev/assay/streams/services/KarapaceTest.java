package dev.assay.streams.services;

class KarapaceTest extends RegistryContract {
    @Override
    TestRegistry start() {
        return TestServices.find().karapace();
    }

    /** 5.0.3 refuses references between Avro schemas (its error 44302). */
    @Override
    boolean takesReferences() {
        return false;
    }
}
