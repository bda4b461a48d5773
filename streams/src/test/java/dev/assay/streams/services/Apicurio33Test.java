package dev.assay.streams.services;

class Apicurio33Test extends RegistryContract {
    @Override
    TestRegistry start() {
        return TestServices.find().apicurio("3.3.3", 21);
    }
}
