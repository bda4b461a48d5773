/** {@code assay bench}: what the engine and the stream do on this machine, side by side with what else a user could run. */
package dev.assay.streams.bench;
