package dev.assay.detectors.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.detectors.model.Bundle;
import dev.assay.detectors.tokenize.DjlTokenizer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FrequencyFileTest {
    private static final Path STORIES =
            Path.of(System.getProperty("assay.root"), "detectors/src/test/resources/models/stories260K");

    @TempDir
    private Path folder;

    private static void assertSame(ReferenceFrequencies actual, ReferenceFrequencies expected) {
        assertThat(actual.tokenizerHash()).isEqualTo(expected.tokenizerHash());
        assertThat(actual.corpusHash()).isEqualTo(expected.corpusHash());
        assertThat(actual.counts()).isEqualTo(expected.counts());
        assertThat(actual.total()).isEqualTo(expected.total());
    }

    private static ReferenceFrequencies any() {
        int[] counts = new Random(7)
                .ints(1000, 0, 1_000_000)
                .map(i -> i % 3 == 0 ? 0 : i)
                .toArray();
        counts[3] = Integer.MAX_VALUE;
        return new ReferenceFrequencies(
                "ab", "cd", counts, Arrays.stream(counts).asLongStream().sum());
    }

    /** Counts of the golden file, under the committed bundle's tokenizer. */
    static ReferenceFrequencies golden() throws IOException {
        try (InputStream in = FrequencyFileTest.class.getResourceAsStream("/golden/stories260k-scores.json")) {
            JsonNode golden = new ObjectMapper().readTree(in);
            int[] counts = StreamSupport.stream(golden.get("ref_counts").spliterator(), false)
                    .mapToInt(JsonNode::asInt)
                    .toArray();
            return new ReferenceFrequencies(
                    Bundle.open(STORIES).manifest().tokenizerHash(),
                    "0".repeat(64),
                    counts,
                    golden.get("ref_total").asLong());
        }
    }

    @Test
    void whatIsWrittenIsRead() throws IOException {
        Path file = folder.resolve("any.gz");
        FrequencyFile.write(file, any());
        assertSame(FrequencyFile.read(file), any());
    }

    @Test
    void aTruncatedFileIsNamed() throws IOException {
        Path file = folder.resolve("any.gz");
        FrequencyFile.write(file, any());
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length / 2));
        assertThatThrownBy(() -> FrequencyFile.read(file)).hasMessageContainingAll("any.gz", "count it again");
        Files.writeString(file, "no gzip");
        assertThatThrownBy(() -> FrequencyFile.read(file)).hasMessageContainingAll("any.gz", "count it again");
    }

    @Test
    void aHeaderThatPromisesWhatIsNotThereIsNamed() throws IOException {
        for (String header : List.of("-1 0", "9999999 0", "2147483647 0", "99999999999 0", "3 x", "", "1 -5")) {
            Path file = folder.resolve("any.gz");
            try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
                out.write(("assay-frequencies 1 ab cd " + header + "\n").getBytes(StandardCharsets.US_ASCII));
                out.write(new byte[] {-1, -1, -1, -1, 0x7F});
            }
            assertThatThrownBy(() -> FrequencyFile.read(file))
                    .as(header)
                    .isInstanceOf(CorpusFormatException.class)
                    .hasMessageContainingAll("any.gz", "count it again");
        }
    }

    @Test
    void countsForFewerTokensThanTheModelHasAreRefused() throws IOException {
        Bundle bundle = new Bundle(folder, Bundle.open(STORIES).manifest());
        FrequencyFile.write(
                folder.resolve(FrequencyFile.NAME),
                new ReferenceFrequencies(bundle.manifest().tokenizerHash(), "cd", new int[] {1, 2}, 3));
        assertThatThrownBy(() -> FrequencyFile.find(bundle))
                .hasMessageContaining("fewer counts than the model has tokens");
    }

    @Test
    void aCompressedCorpusThatGrowsWithoutMeasureIsRefused() throws IOException {
        Path bomb = folder.resolve("bomb.txt.gz");
        byte[] zeros = new byte[1 << 20];
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(bomb))) {
            for (int i = 0; i < 100; i++) {
                out.write(zeros);
            }
        }
        assertThatThrownBy(() -> CorpusFile.texts(bomb))
                .isInstanceOf(CorpusFormatException.class)
                .hasMessageContainingAll("bomb.txt.gz", "give it uncompressed");
    }

    @Test
    void theTestModelsFrequenciesAreTheGoldenOnes() throws IOException {
        assertSame(FrequencyFile.find(Bundle.open(STORIES)).orElseThrow(), golden());
    }

    @Test
    void anotherTokenizerHasNone() throws IOException {
        assertThat(FrequencyFile.shipped("ff".repeat(32))).isEmpty();
    }

    @Test
    void aBundlesOwnGoFirstAndMustFit() throws IOException {
        Bundle bundle = new Bundle(folder, Bundle.open(STORIES).manifest());
        int[] counts = new int[bundle.manifest().vocabulary()];
        counts[7] = 3;
        ReferenceFrequencies own = new ReferenceFrequencies(bundle.manifest().tokenizerHash(), "cd", counts, 3);
        FrequencyFile.write(folder.resolve(FrequencyFile.NAME), own);
        assertSame(FrequencyFile.find(bundle).orElseThrow(), own);
        FrequencyFile.write(folder.resolve(FrequencyFile.NAME), any());
        assertThatThrownBy(() -> FrequencyFile.find(bundle)).hasMessageContaining("another tokenizer");
    }

    @Test
    void countsEveryOccurrenceOfFilesOfEitherShape() throws IOException {
        Path lines =
                Files.writeString(folder.resolve("a.jsonl"), "{\"text\":\"Once upon  a time\"}\n{\"text\":\"Once\"}\n");
        Path plain = Files.writeString(folder.resolve("b.txt"), "Once upon a time");
        try (DjlTokenizer tokenizer = DjlTokenizer.open(Bundle.open(STORIES))) {
            FrequencyCounter counter = new FrequencyCounter(tokenizer, "hash", 512);
            counter.addFile(lines);
            ReferenceFrequencies half = counter.frequencies();
            counter.addFile(plain);
            ReferenceFrequencies all = counter.frequencies();
            assertThat(all.counts()[403]).as("Once").isEqualTo(3);
            assertThat(half.counts()[403]).isEqualTo(2);
            assertThat(all.total()).isEqualTo(IntStream.of(all.counts()).sum());
            assertThat(counter.texts()).isEqualTo(3);
            assertThat(all.corpusHash()).isNotEqualTo(half.corpusHash());
        }
    }

    @Test
    void theCorpusHashIsOfTheTextsNotOfTheFiles() throws IOException {
        try (DjlTokenizer tokenizer = DjlTokenizer.open(Bundle.open(STORIES))) {
            FrequencyCounter spaced = new FrequencyCounter(tokenizer, "hash", 512);
            spaced.add("two  words");
            FrequencyCounter plain = new FrequencyCounter(tokenizer, "hash", 512);
            plain.add("two words");
            assertThat(spaced.frequencies().corpusHash())
                    .isEqualTo(plain.frequencies().corpusHash());
        }
    }
}
