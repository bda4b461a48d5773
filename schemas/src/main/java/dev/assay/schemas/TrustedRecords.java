package dev.assay.schemas;

import org.apache.avro.specific.SpecificData;
import org.apache.avro.util.ClassSecurityValidator;
import org.apache.avro.util.ClassSecurityValidator.ClassSecurityPredicate;

/**
 * Since 1.12.2 Avro builds only classes that somebody vouched for. This vouches for the records and enums of this package
 * as soon as one of them is loaded (the build writes {@link #data} into the generated classes), and for nothing else.
 */
final class TrustedRecords {
    private static final String PACKAGE = TrustedRecords.class.getPackageName();

    static {
        ClassSecurityPredicate ours = type -> type.getPackageName().equals(PACKAGE);
        ClassSecurityValidator.setGlobal(ClassSecurityValidator.composite(ours, ClassSecurityValidator.getGlobal()));
    }

    private TrustedRecords() {}

    /** How Avro finds the classes of this package, from whatever class loader it was loaded. */
    static SpecificData data() {
        return new SpecificData(TrustedRecords.class.getClassLoader());
    }
}
