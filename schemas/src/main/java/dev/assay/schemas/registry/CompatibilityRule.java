package dev.assay.schemas.registry;

import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;

/** What a subject demands of its next version, in the words of Confluent's HTTP interface. */
public enum CompatibilityRule {
    /** Anything. */
    NONE,
    /** Readers in the next version understand records of the newest. */
    BACKWARD,
    /** Readers in the next version understand records of every version. */
    BACKWARD_TRANSITIVE,
    /** Readers in the newest version understand records of the next. */
    FORWARD,
    /** Readers in every version understand records of the next. */
    FORWARD_TRANSITIVE,
    /** Both, with the newest version. */
    FULL,
    /** Both, with every version. */
    FULL_TRANSITIVE;

    /** Whether it looks at every version rather than the newest. */
    public boolean isTransitive() {
        return name().endsWith("_TRANSITIVE");
    }

    /** Whether the rule allows a schema after these, the newest of them last. */
    boolean allows(Schema next, List<Schema> versions) {
        int first = isTransitive() ? 0 : Math.max(0, versions.size() - 1);
        return versions.subList(first, versions.size()).stream().allMatch(version -> allows(next, version));
    }

    private boolean allows(Schema next, Schema version) {
        return switch (this) {
            case NONE -> true;
            case BACKWARD, BACKWARD_TRANSITIVE -> reads(next, version);
            case FORWARD, FORWARD_TRANSITIVE -> reads(version, next);
            case FULL, FULL_TRANSITIVE -> reads(next, version) && reads(version, next);
        };
    }

    private static boolean reads(Schema reader, Schema writer) {
        return SchemaCompatibility.checkReaderWriterCompatibility(reader, writer)
                        .getType()
                == SchemaCompatibilityType.COMPATIBLE;
    }
}
