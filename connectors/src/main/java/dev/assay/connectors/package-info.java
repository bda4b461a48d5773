/** Kafka Connect plugins. */
package dev.assay.connectors;
