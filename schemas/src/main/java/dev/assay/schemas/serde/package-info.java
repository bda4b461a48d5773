/** Records to bytes and back: Avro in Confluent's wire format, JSON, plain text. */
package dev.assay.schemas.serde;
