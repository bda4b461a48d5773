/** A model made ready by the settings: what the stream and the command line judge texts with. */
package dev.assay.streams.judge;
