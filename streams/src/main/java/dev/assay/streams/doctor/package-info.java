/** Whether all that Assay needs is there: one small class a question, one line an answer. */
package dev.assay.streams.doctor;
