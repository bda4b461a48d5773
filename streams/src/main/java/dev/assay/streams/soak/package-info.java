/** Proof that nothing is lost: real brokers and instances in processes of their own, killed at seeded moments, and what must hold. */
package dev.assay.streams.soak;
