package dev.assay.streams.plots;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.detectors.corpus.DocumentIdentity;
import dev.assay.detectors.corpus.Label;
import dev.assay.detectors.evaluate.ScoredLabel;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DetectorPlotsTest {
    @TempDir
    Path folder;

    @Test
    void fourPicturesInTwoForms() throws Exception {
        List<Path> files = draw(texts(40), folder);
        assertThat(files)
                .extracting(file -> file.getFileName().toString())
                .containsExactlyElementsOf(DetectorPlots.fileNames("lastde++"))
                .contains("lastde++-roc-log.svg", "lastde++-calibration.png");
        for (Path file : files) {
            if (file.toString().endsWith(".png")) {
                BufferedImage image = ImageIO.read(file.toFile());
                assertThat(image.getWidth()).isEqualTo(640);
                assertThat(colours(image)).as(file.toString()).isGreaterThan(10);
            } else {
                DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
                factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
                assertThat(factory.newDocumentBuilder()
                                .parse(file.toFile())
                                .getDocumentElement()
                                .getTagName())
                        .isEqualTo("svg");
            }
        }
    }

    @Test
    void theSameTextsInAnyOrderGiveTheSameBytes() throws IOException {
        List<ScoredLabel> texts = texts(40);
        List<Path> first = draw(texts, Files.createDirectory(folder.resolve("first")));
        Collections.shuffle(texts, new Random(2));
        List<Path> second = draw(texts, Files.createDirectory(folder.resolve("second")));
        for (int i = 0; i < first.size(); i++) {
            assertThat(first.get(i)).hasSameBinaryContentAs(second.get(i));
        }
    }

    @Test
    void picturesChangeWithTheScores() throws IOException {
        List<Path> few = draw(texts(20), Files.createDirectory(folder.resolve("few")));
        List<Path> many = draw(texts(60), Files.createDirectory(folder.resolve("many")));
        for (int i = 0; i < few.size(); i++) {
            assertThat(Files.mismatch(few.get(i), many.get(i)))
                    .as(few.get(i).toString())
                    .isNotNegative();
        }
    }

    @Test
    void onlyWhatThereIsIsDrawn() {
        List<ScoredLabel> uncalibrated = texts(5).stream()
                .map(text -> ScoredLabel.of(text.document(), text.label(), text.score()))
                .toList();
        assertThat(names(uncalibrated)).containsExactly("d-roc.svg", "d-roc-log.svg", "d-scores.svg");
        List<ScoredLabel> humans = uncalibrated.stream()
                .filter(text -> text.label() == Label.HUMAN)
                .toList();
        assertThat(names(humans)).containsExactly("d-scores.svg");
        assertThat(names(List.of())).isEmpty();
    }

    private static List<String> names(List<ScoredLabel> texts) {
        return DetectorPlots.of("d", texts).stream()
                .map(plot -> plot.fileNames().get(0))
                .toList();
    }

    private static List<Path> draw(List<ScoredLabel> texts, Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Plot plot : DetectorPlots.of("lastde++", texts)) {
            for (String name : plot.fileNames()) {
                plot.write(name, folder.resolve(name));
                files.add(folder.resolve(name));
            }
        }
        return files;
    }

    private static long colours(BufferedImage image) {
        return Arrays.stream(image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth()))
                .distinct()
                .count();
    }

    /** So many of each class; a machine's score is higher by one. */
    private static List<ScoredLabel> texts(int each) {
        Random random = new Random(5);
        List<ScoredLabel> texts = new ArrayList<>();
        for (int i = 0; i < 2 * each; i++) {
            Label label = i % 2 == 0 ? Label.HUMAN : Label.MACHINE;
            OptionalDouble score = OptionalDouble.of(random.nextGaussian() + i % 2);
            OptionalDouble p = OptionalDouble.of(random.nextDouble());
            texts.add(new ScoredLabel(DocumentIdentity.of("text " + i), label, score, p, Map.of()));
        }
        return texts;
    }
}
