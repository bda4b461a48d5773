/** Records, topic names, serdes and the schema-registry client that every part shares. */
package dev.assay.schemas;
