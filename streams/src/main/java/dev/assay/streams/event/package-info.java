/** What passes between the topology's nodes. */
package dev.assay.streams.event;
