/** Meters that cannot harm what they measure. */
package dev.assay.streams.meter;
