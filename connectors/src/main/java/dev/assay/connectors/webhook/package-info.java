/** Verdicts → HTTP requests to review tools and moderation interfaces. */
package dev.assay.connectors.webhook;
