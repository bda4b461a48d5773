package dev.assay.schemas.registry;

import org.apache.avro.Schema;

/**
 * A schema as a registry holds it.
 *
 * @param subject the name under which it evolves
 * @param id the number that stands before each record, unique in its registry
 * @param version its place among the subject's versions, from 1
 * @param schema the schema
 */
public record RegisteredSchema(String subject, int id, int version, Schema schema) {}
