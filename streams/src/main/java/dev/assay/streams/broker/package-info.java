/** A Kafka broker inside this JVM or as a child, for the demo and for tests: Kafka's own server classes, nothing simulated. */
package dev.assay.streams.broker;
