/** A Kafka broker inside this JVM, for the demo and for tests: Kafka's own server classes, nothing simulated. */
package dev.assay.streams.broker;
