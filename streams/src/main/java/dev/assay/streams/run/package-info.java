/** The application as the settings want it: formats, sizes, folders, health. */
package dev.assay.streams.run;
