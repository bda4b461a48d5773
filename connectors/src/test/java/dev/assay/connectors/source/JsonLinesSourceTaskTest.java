package dev.assay.connectors.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@SuppressWarnings("JavaUtilDate") // Connect's type for times
class JsonLinesSourceTaskTest {
    @TempDir
    Path folder;

    @Test
    void readsTextEvents() throws Exception {
        var rig = new SourceRig(folder);
        rig.write(
                "a.jsonl",
                "{\"id\":7,\"source\":\"ann\",\"text\":\"Größe\",\"created_at\":\"2024-05-06T07:08:09Z\","
                        + "\"language\":\"de\",\"domain\":\"forum\",\"attributes\":{\"likes\":3,\"tags\":[\"x\"],\"no\":null}}");
        SourceRecord read = rig.drain().get(0);
        Struct event = (Struct) read.value();
        event.validate();
        assertThat(read.topic()).isEqualTo("assay.text-events");
        assertThat(read.key()).isEqualTo("ann");
        assertThat(event.get("id")).isEqualTo("7");
        assertThat(event.get("text")).isEqualTo("Größe");
        assertThat(event.get("created_at")).isEqualTo(new Date(1714979289000L));
        assertThat(event.get("language")).isEqualTo("de");
        assertThat(event.get("domain")).isEqualTo("forum");
        assertThat(event.get("attributes")).isEqualTo(Map.of("likes", "3", "tags", "[\"x\"]"));
    }

    @Test
    void readsDolma() throws Exception {
        var rig = new SourceRig(folder);
        rig.write(
                "documents/part-0.json.gz",
                SourceRig.gzip(
                        "{\"id\":\"d1\",\"text\":\"Hello\",\"source\":\"wiki\",\"added\":\"2024-04-11T09:57:00Z\","
                                + "\"created\":\"2001-02-03T04:05:06Z\",\"metadata\":{\"url\":\"http://x\"}}\n"));
        Struct event = (Struct) rig.drain().get(0).value();
        assertThat(event.get("created_at")).isEqualTo(new Date(981173106000L));
        assertThat(event.get("attributes")).isEqualTo(Map.of("url", "http://x", "added", "2024-04-11T09:57:00Z"));
    }

    @Test
    void readsOtherFieldsWhereTold() throws Exception {
        var rig = new SourceRig(
                folder,
                "text.fields",
                "title,body.html",
                "text.html",
                "strip",
                "id.field",
                "n",
                "attributes.fields",
                "k");
        rig.write(
                "a.jsonl",
                "{\"n\":1,\"title\":\"T\",\"body\":{\"html\":\"<p>x</p><p>y</p>\"},\"k\":2}",
                "{\"title\":\"T\"}");
        List<SourceRecord> read = rig.drain();
        assertThat(SourceRig.texts(read)).containsExactly("T\n\nx\n\ny");
        assertThat(((Struct) read.get(0).value()).get("attributes")).isEqualTo(Map.of("k", "2"));
        assertThat(SourceRig.faults(read)).containsExactly("a.jsonl:2 field n has no value, and an event needs it");
    }

    @Test
    void everyLineIsAnEventOrADeadLetter() throws Exception {
        var rig = new SourceRig(folder, "max.bytes", "1024");
        byte[] lines = String.join(
                        "\n",
                        "\ufeff{\"text\":\"one\"}",
                        "{\"text\":\"secret",
                        "",
                        "[\"secret\"]",
                        "{\"title\":\"secret\"}",
                        "{\"text\":\"?\"}",
                        "{\"text\":\"" + "secret".repeat(1000) + "\"}",
                        "{\"text\":\"eight\"}\r")
                .getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < lines.length; i++) {
            lines[i] = lines[i] == '?' ? (byte) 0xff : lines[i];
        }
        rig.write("a.jsonl", lines);
        List<SourceRecord> read = rig.drain();
        assertThat(SourceRig.texts(read)).containsExactly("one", "eight");
        assertThat(((Struct) read.get(6).value()).getString("id")).isEqualTo("a.jsonl:8");
        List<String> faults = SourceRig.faults(read);
        assertThat(faults).hasSize(5).noneMatch(fault -> fault.contains("secret"));
        assertThat(faults.get(0)).startsWith("a.jsonl:2 not valid JSON");
        assertThat(faults.get(1)).isEqualTo("a.jsonl:4 the JSON is not an object");
        assertThat(faults.get(2)).startsWith("a.jsonl:5 field text");
        assertThat(faults.get(3)).isEqualTo("a.jsonl:6 not UTF-8");
        assertThat(faults.get(4)).isEqualTo("a.jsonl:7 longer than 1024 bytes");
        SourceRecord tooLong = read.get(5);
        assertThat((byte[]) tooLong.value()).hasSize(1024);
        assertThat(SourceRig.header(tooLong, SourceRecords.FULL_LENGTH)).isEqualTo("6011");
        assertThat((String) SourceRig.header(tooLong, SourceRecords.FULL_SHA256))
                .hasSize(64);
        assertThat(read.get(1).value()).isEqualTo("{\"text\":\"secret".getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7})
    void goesOnWhereItStopped(int batch) throws Exception {
        var rig = new SourceRig(folder, "batch.max.records", Integer.toString(batch));
        String[] lines = IntStream.range(0, 20)
                .mapToObj(i -> i % 5 == 4 ? "broken" : "{\"text\":\"" + "é".repeat(i * 40) + i + "\"}")
                .toArray(String[]::new);
        rig.write("a.jsonl", lines);
        rig.write("b.jsonl.gz", SourceRig.gzip(String.join("\n", lines)));
        rig.write("c.csv", "text,id", "\"1\n2\",a", "3,b", "\"open", "4,c", "5,d");
        var all = new ArrayList<SourceRecord>();
        for (int restart = 0; restart < 60; restart++) {
            JsonLinesSourceTask task = rig.start();
            all.addAll(rig.poll(task));
            task.stop();
        }
        assertThat(all).hasSize(45);
        assertThat(SourceRig.texts(all)).hasSize(36).contains("1\n2", "3", "4", "5");
        assertThat(SourceRig.faults(all)).hasSize(9).doesNotHaveDuplicates();
        assertThat(rig.drain()).isEmpty();
    }

    @Test
    void tailsAFileThatGrows() throws Exception {
        var rig = new SourceRig(folder, "mode", "tail");
        rig.write("a.jsonl", "{\"text\":\"1\"}", "{\"te");
        JsonLinesSourceTask task = rig.start();
        assertThat(SourceRig.texts(rig.drain(task))).containsExactly("1");
        rig.append("a.jsonl", "xt\":\"2\"}");
        assertThat(rig.drain(task)).isEmpty();
        rig.append("a.jsonl", "\n");
        assertThat(SourceRig.texts(rig.drain(task))).containsExactly("2");
        rig.write("sub/b.csv", "text", "\"3");
        assertThat(rig.drain(task)).isEmpty();
        rig.append("sub/b.csv", "\n4\"\n");
        assertThat(SourceRig.texts(rig.drain(task))).containsExactly("3\n4");
        task.stop();
    }

    @Test
    void batchReadsWhatWasThere() throws Exception {
        var rig = new SourceRig(folder);
        rig.write("a.jsonl", "{\"text\":\"1\"}");
        JsonLinesSourceTask task = rig.start();
        assertThat(rig.drain(task)).hasSize(1);
        rig.write("b.jsonl", "{\"text\":\"2\"}");
        assertThat(rig.drain(task)).isEmpty();
        task.stop();
    }

    @Test
    void readsAnotherFileUnderTheSameName() throws Exception {
        var rig = new SourceRig(folder);
        rig.write("a.jsonl", "{\"text\":\"old\"}");
        rig.drain();
        rig.write("a.jsonl", "{\"text\":\"new\"}", "{\"text\":\"more\"}");
        assertThat(SourceRig.texts(rig.drain())).containsExactly("new", "more");
        rig.write("a.jsonl", "{}");
        assertThat(SourceRig.faults(rig.drain())).hasSize(1);
    }

    @Test
    void survivesDamagedArchives() throws Exception {
        var rig = new SourceRig(folder);
        byte[] whole = SourceRig.gzip("{\"text\":\"1\"}\n{\"text\":\"2\"}\n");
        rig.write("cut.jsonl.gz", Arrays.copyOf(whole, whole.length - 9));
        rig.write("no.jsonl.gz", "plain");
        List<SourceRecord> read = rig.drain();
        assertThat(SourceRig.faults(read))
                .hasSize(2)
                .allMatch(fault -> fault.endsWith("the compressed file is damaged from here on"));
        assertThat(rig.drain()).isEmpty();
        rig.write("cut.jsonl.gz", whole);
        read.addAll(rig.drain());
        assertThat(SourceRig.texts(read)).containsExactly("1", "2");
    }

    @Test
    void waitsForAnArchiveThatIsBeingWritten() throws Exception {
        var rig = new SourceRig(folder, "mode", "tail");
        byte[] whole = SourceRig.gzip("{\"text\":\"1\"}\n{\"text\":\"2\"}\n");
        rig.write("a.jsonl.gz", Arrays.copyOf(whole, whole.length - 9));
        JsonLinesSourceTask task = rig.start();
        List<SourceRecord> read = rig.drain(task);
        rig.write("a.jsonl.gz", whole);
        read.addAll(rig.drain(task));
        assertThat(SourceRig.texts(read)).containsExactly("1", "2");
        assertThat(SourceRig.faults(read)).isEmpty();
        task.stop();
    }

    @Test
    void readsTextFilesByLineOrWhole() throws Exception {
        var rig = new SourceRig(folder);
        rig.write("a.txt", "One.", "", "Two.");
        assertThat(SourceRig.texts(rig.drain())).containsExactly("One.", "Two.");
        var whole = new SourceRig(folder, "txt.records", "file", "mode", "tail");
        List<SourceRecord> read = whole.drain();
        assertThat(SourceRig.texts(read)).containsExactly("One.\n\nTwo.");
        assertThat(((Struct) read.get(0).value()).getString("id")).isEqualTo("a.txt");
    }

    @Test
    void tasksShareTheFiles() throws Exception {
        var rig = new SourceRig(folder);
        for (int i = 0; i < 30; i++) {
            rig.write("f" + i + ".jsonl", "{\"text\":\"" + i + "\"}");
        }
        rig.write(".hidden.jsonl", "{\"text\":\"no\"}");
        rig.write("other.log", "{\"text\":\"no\"}");
        var texts = new ArrayList<String>();
        for (String task : List.of("0", "1", "2")) {
            List<String> share = SourceRig.texts(rig.drain("task.number", task, "task.count", "3"));
            assertThat(share).isNotEmpty();
            texts.addAll(share);
        }
        assertThat(texts).hasSize(30);
        assertThat(new HashSet<>(texts)).hasSize(30);
    }

    @Test
    void followsNoLinkThatTookTheFilesPlace(@TempDir Path elsewhere) throws Exception {
        Files.createDirectory(elsewhere.resolve("files"));
        Path secret = Files.writeString(elsewhere.resolve("files/b.jsonl"), "{\"text\":\"secret\"}\n");
        var rig = new SourceRig(folder, "batch.max.records", "1", "mode", "tail");
        rig.write("a.jsonl", "{\"text\":\"one\"}", "");
        Path link = rig.write("b.jsonl", "{\"text\":\"two\"}", "");
        Path below = rig.write("files/b.jsonl", "{\"text\":\"three\"}", "").getParent();
        JsonLinesSourceTask task = rig.start();
        assertThat(SourceRig.texts(rig.poll(task))).containsExactly("one");
        Files.delete(link);
        Files.createSymbolicLink(link, secret);
        Files.move(below, folder.resolve("moved"));
        Files.createSymbolicLink(below, secret.getParent());
        assertThat(rig.poll(task)).as("passed over").isEmpty();
        assertThat(SourceRig.texts(rig.drain(task))).as("found where it is now").containsExactly("three");
        Files.delete(link);
        rig.write("b.jsonl", "{\"text\":\"four\"}", "");
        assertThat(SourceRig.texts(rig.drain(task))).containsExactly("four");
        task.stop();
    }

    @Test
    void readsNoMoreThanInProportionToACompressedFile() throws Exception {
        var rig = new SourceRig(folder, "max.bytes", "1024");
        var bomb = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bomb)) {
            out.write("{\"text\":\"one\"}\n".getBytes(StandardCharsets.UTF_8));
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 2 * (Unpacked.FREE >> 20); i++) {
                out.write(zeros);
            }
        }
        rig.write("a.jsonl.gz", bomb.toByteArray());
        List<SourceRecord> read = rig.drain();
        assertThat(SourceRig.texts(read)).containsExactly("one");
        assertThat(SourceRig.faults(read))
                .containsExactly("a.jsonl.gz:2 the compressed file holds more than 200 times its size");
        assertThat(rig.drain()).isEmpty();
    }

    @Test
    void aHeaderThatIsTooLongIsNone() throws Exception {
        var rig = new SourceRig(folder, "max.bytes", "1024");
        rig.write("a.csv", "text," + "x".repeat(2000), "one,two");
        assertThat(SourceRig.faults(rig.drain()))
                .containsExactly("a.csv:2 the first line of the file, its header, is longer than 1024 bytes");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "position | -1 | position",
                "position | 1.5 | position",
                "lines | many | lines",
                "head | 4096 | head",
                "head | -5:00 | head",
                "head | 9999:0000000000000000000000000000000000000000000000000000000000000000 | head",
                "damaged | much | damaged"
            })
    void refusesAnOffsetThatItCouldNotReadBack(String key, String value, String named) {
        Map<String, Object> offset = new HashMap<>(Map.of("position", 0L, "lines", 0L));
        offset.put(key, value.matches("-?[0-9]+") && !key.equals("head") ? (Object) Long.valueOf(value) : value);
        Map<Map<String, ?>, Map<String, ?>> given = Map.of(FileOffset.partition("a.jsonl"), offset);
        assertThatThrownBy(() -> new JsonLinesSourceConnector().alterOffsets(Map.of(), given))
                .isInstanceOf(ConnectException.class)
                .hasMessageContaining(named);
        offset.remove(key);
        offset.putIfAbsent("position", 0L);
        offset.putIfAbsent("lines", 0L);
        assertThat(new JsonLinesSourceConnector().alterOffsets(Map.of(), given)).isTrue();
    }

    @Test
    void passesOverAFileThatIsGone() throws IOException, InterruptedException {
        var rig = new SourceRig(folder, "batch.max.records", "1");
        rig.write("a.jsonl", "{\"text\":\"1\"}");
        Path gone = rig.write("b.jsonl", "{\"text\":\"2\"}");
        JsonLinesSourceTask task = rig.start();
        assertThat(rig.poll(task)).hasSize(1);
        Files.delete(gone);
        assertThat(rig.drain(task)).isEmpty();
        task.stop();
    }
}
