/** The sample stream that ships with the program, and the demonstration that judges it on a broker of its own. */
package dev.assay.streams.demo;
