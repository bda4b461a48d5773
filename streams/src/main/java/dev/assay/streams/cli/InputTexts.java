package dev.assay.streams.cli;

import dev.assay.schemas.TextEvent;
import dev.assay.schemas.TextEventJson;
import dev.assay.streams.cli.InputEntry.Bad;
import dev.assay.streams.cli.InputEntry.Place;
import dev.assay.streams.cli.InputEntry.Text;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;

/** The texts of one file, one after another; only one line is held at a time. */
final class InputTexts implements Iterator<InputEntry> {
    private static final String UNKNOWN = "unknown";
    private static final int GLANCE = 4096;

    private final String file;
    private final InputStream in;
    private final boolean lines;
    private long line;
    private InputEntry next;

    InputTexts(String file, InputStream stream, InputFormat format) {
        this.file = file;
        this.in = new BufferedInputStream(stream, 2 * GLANCE);
        try {
            in.mark(GLANCE);
            byte[] beginning = in.readNBytes(GLANCE);
            in.reset();
            this.lines = format.of(file, beginning) == InputFormat.JSONL;
            this.next = lines ? readEntry() : whole(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    @Override
    public InputEntry next() {
        if (next == null) {
            throw new NoSuchElementException();
        }
        InputEntry now = next;
        try {
            next = lines ? readEntry() : null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return now;
    }

    private InputEntry whole(byte[] bytes) {
        Place place = new Place(file, 1);
        try {
            return new Text(place, event(file, strict(bytes)));
        } catch (CharacterCodingException e) {
            return new Bad(place, "not UTF-8");
        }
    }

    /** The next line that is not blank; null at the end. */
    private InputEntry readEntry() throws IOException {
        for (byte[] bytes = readLine(); bytes != null; bytes = readLine()) {
            InputEntry entry = entry(new Place(file, line), bytes);
            if (entry != null) {
                return entry;
            }
        }
        return null;
    }

    private byte[] readLine() throws IOException {
        int b = in.read();
        if (b < 0) {
            return null;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (; b >= 0 && b != '\n'; b = in.read()) {
            bytes.write(b);
        }
        line++;
        return bytes.toByteArray();
    }

    private static InputEntry entry(Place place, byte[] bytes) {
        try {
            String text = strict(bytes);
            return text.isBlank() ? null : new Text(place, named(place, TextEventJson.event(TextEventJson.tree(text))));
        } catch (CharacterCodingException e) {
            return new Bad(place, "not UTF-8");
        } catch (IllegalArgumentException e) {
            return new Bad(place, e.getMessage());
        }
    }

    private static TextEvent named(Place place, TextEvent event) {
        if (event.getId() == null) {
            event.setId(place.file() + ":" + place.line());
        }
        if (event.getSource() == null) {
            event.setSource(UNKNOWN);
        }
        return event;
    }

    private static TextEvent event(String id, String text) {
        return new TextEvent(id, UNKNOWN, text, null, null, null, Map.of());
    }

    private static String strict(byte[] bytes) throws CharacterCodingException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
    }
}
