/** Every setting in one table, read from defaults, a file, the environment and the command line, in that order. */
package dev.assay.streams.settings;
