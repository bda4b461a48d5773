package dev.assay.streams.soak;

import java.util.List;
import java.util.Optional;

/**
 * The instances of a run at one moment.
 *
 * @param seconds since the fault
 * @param heap heap in use of the largest, bytes
 * @param resident memory in RAM of the largest, bytes
 * @param pending events that all have taken in and not answered
 * @param held bytes of events in the memory of all
 * @param lag records that none has read
 */
record Sample(double seconds, double heap, double resident, double pending, double held, double lag) {
    static Sample of(Fleet fleet, double seconds) {
        List<Scrape> pages = fleet.all().stream()
                .map(Instance::scrape)
                .flatMap(Optional::stream)
                .toList();
        return new Sample(
                seconds,
                largest(pages, "jvm_memory_used_bytes", "area=\"heap\""),
                largest(pages, "process_resident_memory_bytes", ""),
                sum(pages, "assay_score_pending", ""),
                sum(pages, "assay_score_held_bytes", ""),
                sum(pages, "assay_application_lag_records", "application=\"" + InstanceSettings.APPLICATION + "\""));
    }

    private static double largest(List<Scrape> pages, String metric, String labels) {
        return pages.stream()
                .mapToDouble(page -> page.sum(metric, labels))
                .max()
                .orElse(0);
    }

    private static double sum(List<Scrape> pages, String metric, String labels) {
        return pages.stream().mapToDouble(page -> page.sum(metric, labels)).sum();
    }
}
