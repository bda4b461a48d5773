package dev.assay.detectors;

import dev.assay.detectors.decide.Answer;
import dev.assay.detectors.decide.Span;
import dev.assay.detectors.detect.Question;
import dev.assay.detectors.detect.Score;
import dev.assay.detectors.normalize.Alterations;
import java.util.List;
import java.util.Map;

/**
 * All that is said of one text, and never the text itself.
 *
 * @param sha256 SHA-256 of the original text's UTF-8, hex
 * @param bytes length of the original in UTF-8 bytes
 * @param characters length of the original in code points
 * @param tokens tokens of the normalized text
 * @param scoredTokens tokens that have a score; 0 where the text was not scored
 * @param language ISO 639-1 code, given or identified; null when neither
 * @param domain domain as given, or null
 * @param alterations what normalization changed
 * @param answers one answer per question
 * @param scores detector → score, in the order of the settings; empty where the text was not scored
 * @param spans parts that drove a FLAGGED answer, in text order
 * @param settings what it was judged by, detectors by name and calibrations by id
 */
public record Assessment(
        String sha256,
        long bytes,
        long characters,
        int tokens,
        int scoredTokens,
        String language,
        String domain,
        Alterations alterations,
        Map<Question, Answer> answers,
        Map<String, Score> scores,
        List<Span> spans,
        AssessorSettings settings) {}
