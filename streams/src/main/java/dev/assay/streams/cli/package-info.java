/** The command line: one class a command. */
package dev.assay.streams.cli;
