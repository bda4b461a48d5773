/** Topics read and written from outside the stream: by the soak, by replays and by tests. */
package dev.assay.streams.topic;
