/** Topologies, command line, local broker and HTTP. */
package dev.assay.streams;
