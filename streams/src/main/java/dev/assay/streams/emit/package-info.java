/** Step 8 of 8, emit: Decision → Verdict, and failures → dead letters. */
package dev.assay.streams.emit;
