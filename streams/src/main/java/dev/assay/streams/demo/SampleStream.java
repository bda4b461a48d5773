package dev.assay.streams.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The texts that ship with the program, again and again under new ids. */
final class SampleStream {
    private static final String RESOURCE = "sample-stream.jsonl";

    private final List<JsonNode> lines = new ArrayList<>();

    SampleStream() {
        ObjectMapper json = new ObjectMapper();
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(SampleStream.class.getResourceAsStream(RESOURCE), StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.add(json.readTree(line));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The records as they are written down. */
    List<JsonNode> lines() {
        return List.copyOf(lines);
    }

    /** Records until the first repetition. */
    int size() {
        return lines.size();
    }

    /** Record {@code number}, from 0. */
    SampleEntry entry(int number) {
        JsonNode line = lines.get(number % lines.size());
        int round = number / lines.size();
        String id = line.get("id").textValue() + (round == 0 ? "" : "." + (round + 1));
        return SampleEntry.of(line, id);
    }
}
