package dev.assay.streams.soak;

import java.util.regex.Pattern;

/** A metrics page in Prometheus' text format. */
record Scrape(String page) {
    /** Sum over a metric's series whose labels hold a text; 0 where there are none. */
    double sum(String metric, String labels) {
        return Pattern.compile("(?m)^" + Pattern.quote(metric) + "(\\{[^}]*})? (\\S+)$")
                .matcher(page)
                .results()
                .filter(series -> labels.isEmpty()
                        || (series.group(1) != null && series.group(1).contains(labels)))
                .mapToDouble(series -> Double.parseDouble(series.group(2)))
                .filter(value -> !Double.isNaN(value))
                .sum();
    }

    /** Sum over all series of a metric. */
    double sum(String metric) {
        return sum(metric, "");
    }
}
