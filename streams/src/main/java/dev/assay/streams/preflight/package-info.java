/** What must be true on the brokers before an application starts: one class a rule, asked by the start and by the doctor alike. */
package dev.assay.streams.preflight;
