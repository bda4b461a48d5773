package dev.assay.detectors.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.detectors.corpus.DocumentIdentity;
import dev.assay.detectors.corpus.Label;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class GroupsTest {
    private final ScoredLabel newsHuman = text(Label.HUMAN, "news", null);
    private final ScoredLabel talesHuman = text(Label.HUMAN, "tales", null);
    private final ScoredLabel someHuman = text(Label.HUMAN, null, null);
    private final List<ScoredLabel> texts = new ArrayList<>(List.of(newsHuman, talesHuman, someHuman));

    @Test
    void generatorsAreComparedWithTheHumansOfTheirDomains() {
        ScoredLabel one = add(text(Label.MACHINE, "news", "one"));
        ScoredLabel two = add(text(Label.MACHINE, "tales", "two"));
        Map<String, List<ScoredLabel>> groups = Groups.by(Dimension.GENERATOR, texts);
        assertThat(groups).containsOnlyKeys("one", "two");
        assertThat(groups.get("one")).containsExactlyInAnyOrder(one, newsHuman, someHuman);
        assertThat(groups.get("two")).containsExactlyInAnyOrder(two, talesHuman, someHuman);
    }

    @Test
    void aGeneratorOfUnknownDomainIsComparedWithAllHumans() {
        ScoredLabel known = add(text(Label.MACHINE, "news", "one"));
        ScoredLabel unknown = add(text(Label.MACHINE, null, "one"));
        assertThat(Groups.by(Dimension.GENERATOR, texts).get("one"))
                .containsExactlyInAnyOrder(known, unknown, newsHuman, talesHuman, someHuman);
    }

    @Test
    void aGeneratorNamedForAHumanTextMakesNoGroup() {
        add(text(Label.HUMAN, "news", "one"));
        add(text(Label.MACHINE, "news", null));
        assertThat(Groups.by(Dimension.GENERATOR, texts)).containsOnlyKeys(Dimension.UNKNOWN);
    }

    @Test
    void otherDimensionsHoldBothClasses() {
        ScoredLabel machine = add(text(Label.MACHINE, "news", "one"));
        Map<String, List<ScoredLabel>> groups = Groups.by(Dimension.DOMAIN, texts);
        assertThat(groups).containsOnlyKeys("news", "tales", Dimension.UNKNOWN);
        assertThat(groups.get("news")).containsExactly(newsHuman, machine);
    }

    @Test
    void textsWithoutAScoreAreInNoGroup() {
        add(ScoredLabel.of(DocumentIdentity.of("short"), Label.MACHINE, OptionalDouble.empty()));
        assertThat(Groups.by(Dimension.GENERATOR, texts)).isEmpty();
        assertThat(Groups.by(Dimension.LENGTH, texts).get(Dimension.UNKNOWN)).hasSize(3);
    }

    private ScoredLabel add(ScoredLabel text) {
        texts.add(text);
        return text;
    }

    private static ScoredLabel text(Label label, String domain, String generator) {
        Map<Dimension, String> groups = new EnumMap<>(Dimension.class);
        if (domain != null) {
            groups.put(Dimension.DOMAIN, domain);
        }
        if (generator != null) {
            groups.put(Dimension.GENERATOR, generator);
        }
        DocumentIdentity document = DocumentIdentity.of(label + " " + groups);
        return new ScoredLabel(document, label, OptionalDouble.of(1), OptionalDouble.empty(), groups);
    }
}
