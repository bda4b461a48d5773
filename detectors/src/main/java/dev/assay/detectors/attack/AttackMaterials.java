package dev.assay.detectors.attack;

import dev.assay.detectors.model.Bundle;
import java.util.List;
import java.util.function.Supplier;

/**
 * What some attacks need beside the text; asked for only by them.
 *
 * @param otherTexts texts whose sentences are mixed in
 * @param model whose embedding table tells which words are near
 */
public record AttackMaterials(Supplier<List<String>> otherTexts, Supplier<Bundle> model) {}
