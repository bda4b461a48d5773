package dev.assay.connectors.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvRowsTest {
    @TempDir
    Path folder;

    @Test
    void readsColumnsByTheirNames() throws Exception {
        List<SourceRecord> read = read(
                "\ufeffid,text,created_at,source",
                "1,\"a \"\"quoted\"\" word, and more\",2024-05-06 07:08:09,ann",
                "2,\"two",
                "lines\",1714979289000,",
                "3,5\" disk,,");
        assertThat(SourceRig.texts(read)).containsExactly("a \"quoted\" word, and more", "two\nlines", "5\" disk");
        Struct first = (Struct) read.get(0).value();
        Struct second = (Struct) read.get(1).value();
        assertThat(first.getString("id")).isEqualTo("1");
        assertThat(first.getString("source")).isEqualTo("ann");
        assertThat(second.get("created_at")).isEqualTo(first.get("created_at"));
        assertThat(second.getString("source")).isNull();
    }

    @Test
    void aBadRowCostsItsFirstLine() throws Exception {
        List<SourceRecord> read =
                read("text,n", "one,1", "two", "\"three,3", "four,4", "\"five\"x,5", "six,6", "\"7,7");
        assertThat(SourceRig.texts(read)).containsExactly("one", "four", "six");
        assertThat(SourceRig.faults(read))
                .containsExactly(
                        "a.csv:3 1 columns, and the header has 2",
                        "a.csv:4 not comma-separated values: a quote out of place",
                        "a.csv:6 not comma-separated values: a quote out of place",
                        "a.csv:8 a quote that is not closed before the end of the file");
    }

    @Test
    void aFileWithoutTextIsAllDeadLetters() throws Exception {
        assertThat(SourceRig.faults(read("title", "x", "y")))
                .containsExactly(
                        "a.csv:2 field text has no value, and an event needs it",
                        "a.csv:3 field text has no value, and an event needs it");
        assertThat(SourceRig.faults(read("text,text", "x,y")))
                .containsExactly("a.csv:2 the first line of the file is no header: columns, each once");
    }

    @Test
    void readsOtherSeparators() throws Exception {
        var rig = new SourceRig(folder, "csv.separator", "\\t");
        rig.write("a.csv", "n\ttext", "1\tone, two");
        assertThat(SourceRig.texts(rig.drain())).containsExactly("one, two");
    }

    private List<SourceRecord> read(String... lines) throws Exception {
        var rig = new SourceRig(folder);
        rig.write("a.csv", lines);
        return rig.drain();
    }
}
