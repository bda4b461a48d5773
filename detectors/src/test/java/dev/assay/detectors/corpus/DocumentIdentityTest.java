package dev.assay.detectors.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DocumentIdentityTest {
    private static final String SIXTY = "x".repeat(58) + " y";

    @Test
    void onlyTheFirstSixtyCharactersCount() {
        assertThat(DocumentIdentity.of(SIXTY + "z")).isEqualTo(DocumentIdentity.of(SIXTY));
        assertThat(DocumentIdentity.of(SIXTY.replace('y', 'z'))).isNotEqualTo(DocumentIdentity.of(SIXTY));
    }

    @Test
    void whiteSpaceIsCollapsedFirst() {
        assertThat(DocumentIdentity.of("\n" + SIXTY.replace(" ", "\n\t ") + " more"))
                .isEqualTo(DocumentIdentity.of(SIXTY));
    }

    @Test
    void charactersAreCodePoints() {
        String faces = "😀".repeat(60);
        assertThat(DocumentIdentity.of(faces + "a")).isEqualTo(DocumentIdentity.of(faces));
        assertThat(DocumentIdentity.of(faces.substring(2))).isNotEqualTo(DocumentIdentity.of(faces));
    }

    @Test
    void sha256OfTheBeginning() {
        assertThat(DocumentIdentity.of("abc").sha256())
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThat(DocumentIdentity.of("abc").half()).isEqualTo(Half.TEST);
    }

    @Test
    void halvesAreAboutEven() {
        long calibration = IntStream.range(0, 1000)
                .filter(i -> DocumentIdentity.of("document " + i).half() == Half.CALIBRATION)
                .count();
        assertThat(calibration).isBetween(450L, 550L);
    }
}
