package dev.assay.streams.detection;

import dev.assay.detectors.Assessment;
import dev.assay.detectors.AssessorSettings;
import dev.assay.detectors.TextInput;
import dev.assay.detectors.decide.Answer;
import dev.assay.detectors.decide.Decision;
import dev.assay.detectors.decide.Reason;
import dev.assay.detectors.detect.Question;
import dev.assay.detectors.detect.Score;
import dev.assay.detectors.normalize.Alterations;
import dev.assay.schemas.Provenance;
import dev.assay.schemas.VerdictJson;
import dev.assay.schemas.serde.EventFormat;
import dev.assay.schemas.serde.TextEventDecoder;
import dev.assay.streams.emit.VerdictMapper;
import dev.assay.streams.emit.VerdictWriter;
import dev.assay.streams.ingest.EventReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** Stand-ins for a model and for encodings with a registry. */
final class Stubs {
    static final EventReader READER = reader(TextEventDecoder.open(EventFormat.AUTO, Map.of()));
    static final VerdictWriter WRITER =
            (topic, headers, verdict) -> VerdictJson.write(verdict).getBytes(StandardCharsets.UTF_8);
    static final VerdictMapper MAPPER =
            new VerdictMapper(Provenance.newBuilder().setBundleId("stub").build());
    static final DetectionTopology.Ports PORTS = new DetectionTopology.Ports(READER, WRITER, MAPPER);

    private Stubs() {}

    private static EventReader reader(TextEventDecoder decoder) {
        return (topic, headers, value) -> decoder.decode(topic, headers, value).event();
    }

    /** An abstention whose one score is a function of the text. */
    static Assessment assess(TextInput input) {
        int length = input.text().length();
        Answer answer = new Answer(
                Decision.ABSTAINED, null, Reason.TOO_SHORT, null, null, 0.01, null, "log-likelihood", null, null);
        return new Assessment(
                Integer.toHexString(input.text().hashCode()),
                length,
                length,
                1,
                1,
                input.language(),
                input.domain(),
                new Alterations(length, 0, 0, 0, 0),
                Map.of(Question.MACHINE, answer),
                Map.of("log-likelihood", new Score(Question.MACHINE, OptionalDouble.of(-1.0 / (1 + length)))),
                List.of(),
                AssessorSettings.defaults());
    }
}
