package dev.assay.streams.bench;

import dev.assay.detectors.corpus.LabelledText;
import dev.assay.streams.demo.SampleTexts;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** A choice among the sample texts that has all their lengths. */
final class LengthSpread {
    private LengthSpread() {}

    /** At most so many, spread evenly over the lengths, in the order of the sample. */
    static List<String> of(int most) {
        List<String> all =
                SampleTexts.labelled().stream().map(LabelledText::text).toList();
        if (all.size() <= most) {
            return all;
        }
        List<Integer> byLength = IntStream.range(0, all.size())
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> all.get(i).length()).thenComparing(i -> i))
                .toList();
        return IntStream.range(0, most)
                .map(i -> byLength.get((int) ((i + 0.5) * all.size() / most)))
                .sorted()
                .mapToObj(all::get)
                .toList();
    }
}
