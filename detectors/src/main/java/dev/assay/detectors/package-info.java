/** The six inner steps from a text to a decision, in plain Java: no Kafka, no clock, no global state. */
package dev.assay.detectors;
