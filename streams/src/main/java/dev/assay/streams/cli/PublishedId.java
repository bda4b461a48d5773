package dev.assay.streams.cli;

import dev.assay.streams.calibrations.Published;
import dev.assay.streams.calibrations.PublishedCalibrations;
import java.util.List;

/** A calibration as a user names it: by its id, or by the beginning of it. */
final class PublishedId {
    private static final int SHORTEST = 8;

    private PublishedId() {}

    /**
     * The one that is meant.
     *
     * @throws CommandFailure when there is none, or more than one
     */
    static Published find(String id, PublishedCalibrations published) {
        List<Published> found = published.all().stream()
                .filter(each -> each.key().equals(id)
                        || (id.length() >= SHORTEST && each.key().startsWith(id)))
                .toList();
        if (found.size() != 1) {
            throw new CommandFailure("calibration " + id + ": " + (found.isEmpty() ? "none" : "more than one")
                    + " published under that; `assay calibrations list` shows the ids, of which " + SHORTEST
                    + " digits are enough.");
        }
        return found.get(0);
    }
}
