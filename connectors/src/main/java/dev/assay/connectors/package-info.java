/** Kafka Connect plugins: the transform, and what the connectors in the packages below share. */
package dev.assay.connectors;
