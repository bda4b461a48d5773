/** Child JVMs of this program, which tests and the soak stop, continue and kill. */
package dev.assay.streams.process;
