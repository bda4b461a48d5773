package dev.assay.streams.services;

class Apicurio26Test extends RegistryContract {
    @Override
    TestRegistry start() {
        return TestServices.find().apicurio("2.6.13.Final", 17);
    }
}
