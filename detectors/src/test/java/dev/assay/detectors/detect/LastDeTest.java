package dev.assay.detectors.detect;

class LastDeTest extends LastDeContract {
    @Override
    Detector detector() {
        return new LastDe();
    }

    @Override
    int fewestTokens() {
        return 18;
    }
}
