/** Calibrations on their topic: published, revoked, and followed by running instances. */
package dev.assay.streams.calibrations;
