package dev.assay.detectors.attack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.detectors.model.StoriesBundles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NearestWordsTest {
    private static final Map<String, float[]> VECTORS = Map.of(
            "house", new float[] {2, 0},
            "houses", new float[] {2, 0.01f},
            "cottage", new float[] {1, 0.1f},
            "building", new float[] {5, 2},
            "river", new float[] {0, 1},
            "nothing", new float[] {0, 0});

    private final NearestWords nearest = new NearestWords(VECTORS);

    @Test
    void byCosineWithoutOtherFormsOfTheWord() {
        assertThat(nearest.to("house")).containsExactly("cottage", "building", "river");
    }

    @Test
    void inTheCaseOfTheWord() {
        assertThat(nearest.to("House").get(0)).isEqualTo("Cottage");
        assertThat(nearest.to("HOUSE").get(0)).isEqualTo("COTTAGE");
    }

    @Test
    void wordsWithoutADirectionAreNotKnown() {
        assertThat(nearest.knows("nothing")).isFalse();
        assertThat(nearest.to("unheard")).isEmpty();
    }

    /** In int8 the table is turned, and cosines stay. */
    @Test
    void everyPrecisionHasTheSameNeighbours(@TempDir Path folder) throws IOException {
        NearestWords plain = NearestWords.of(StoriesBundles.committed());
        NearestWords turned = NearestWords.of(StoriesBundles.write("int8", folder.resolve("int8")));
        for (String word : List.of("they", "with", "little", "said")) {
            assertThat(plain.to(word)).hasSize(4);
            assertThat(turned.to(word)).as(word).isEqualTo(plain.to(word));
        }
    }
}
