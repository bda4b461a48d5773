/** Records of topics → rolling files of JSON lines. */
package dev.assay.connectors.sink;
