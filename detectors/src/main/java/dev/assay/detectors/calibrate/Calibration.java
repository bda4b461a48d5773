package dev.assay.detectors.calibrate;

/**
 * Reference scores of one kind of text under one model, with their birth certificate.
 *
 * @param id SHA-256 of the content, hex
 */
public record Calibration(String id) {}
