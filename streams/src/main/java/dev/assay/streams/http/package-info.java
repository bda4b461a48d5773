/** Health and metrics over HTTP. */
package dev.assay.streams.http;
