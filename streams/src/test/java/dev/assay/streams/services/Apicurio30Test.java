package dev.assay.streams.services;

class Apicurio30Test extends RegistryContract {
    @Override
    TestRegistry start() {
        return TestServices.find().apicurio("3.0.9", 17);
    }
}
