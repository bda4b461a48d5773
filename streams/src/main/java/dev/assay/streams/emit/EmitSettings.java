package dev.assay.streams.emit;

/**
 * How outcomes leave.
 *
 * @param mapper assessment → verdict
 * @param writer verdict → bytes
 * @param verdictTopic topic that the verdicts go to
 * @param verdictNode sink of verdicts
 * @param verdictRoom largest record that the verdict topic takes, bytes
 * @param deadLetterNode sink of dead letters
 * @param deadLetterRoom largest record that the dead-letter topic takes, bytes
 */
public record EmitSettings(
        VerdictMapper mapper,
        VerdictWriter writer,
        String verdictTopic,
        String verdictNode,
        long verdictRoom,
        String deadLetterNode,
        long deadLetterRoom) {}
