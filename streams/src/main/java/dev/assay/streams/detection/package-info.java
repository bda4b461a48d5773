/** Scoring inside Kafka Streams, exactly once: the pending store, the engine, the topology and the application (DESIGN §5). */
package dev.assay.streams.detection;
