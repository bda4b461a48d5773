/** Where schemas are kept by id: a registry that speaks Confluent's HTTP interface, or one in this JVM. */
package dev.assay.schemas.registry;
