/** Records of a topic sent round again. */
package dev.assay.streams.replay;
