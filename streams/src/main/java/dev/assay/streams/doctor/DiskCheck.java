package dev.assay.streams.doctor;

import dev.assay.streams.run.Detection;
import dev.assay.streams.settings.SettingTable;
import dev.assay.streams.settings.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.ToLongFunction;

/** Whether the pending store fits the disk at its fullest: all partitions here, all slots taken, every event of the largest size. */
final class DiskCheck implements Check {
    private static final int COPIES = 2; // a store keeps what it replaces until it has compacted

    private final Settings settings;
    private final Once<Path> folder;
    private final ToLongFunction<Path> free;

    DiskCheck(Settings settings, Once<Path> folder) {
        this(settings, folder, DiskCheck::usable);
    }

    /** @param free bytes that may still be written in a folder */
    DiskCheck(Settings settings, Once<Path> folder, ToLongFunction<Path> free) {
        this.settings = settings;
        this.folder = folder;
        this.free = free;
    }

    @Override
    public String name() {
        return "disk";
    }

    @Override
    public Finding run() {
        return folder.find().map(this::look).orElseGet(() -> Finding.skipped(this, "no state folder to look at"));
    }

    private Finding look(Path state) {
        long there = free.applyAsLong(state);
        long needed = needed();
        String room = Megabytes.of(there) + " free in " + state + ", " + Megabytes.of(needed) + " needed at most";
        return there >= needed
                ? Finding.ok(this, room)
                : Finding.failed(this, room + ": free some, set state.dir to a larger disk, or lower pending.capacity");
    }

    private long needed() {
        int asked = settings.get(SettingTable.TOPIC_PARTITIONS);
        long partitions =
                asked > 0 ? asked : Detection.topics(settings).textEvents().partitions();
        return partitions
                * settings.get(SettingTable.PENDING_CAPACITY)
                * settings.get(SettingTable.EVENT_MAX_BYTES)
                * COPIES;
    }

    private static long usable(Path folder) {
        try {
            return Files.getFileStore(folder).getUsableSpace();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
