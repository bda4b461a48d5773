/** A folder of files → text events. */
package dev.assay.connectors.source;
