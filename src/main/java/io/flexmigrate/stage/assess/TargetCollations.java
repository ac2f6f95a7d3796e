package io.flexmigrate.stage.assess;

import io.flexmigrate.mysql.Collations;
import io.flexmigrate.stage.assess.PartReader.Context;
import java.util.Set;

/** The collations the target knows. */
record TargetCollations(Set<String> names) implements Part {
    TargetCollations {
        names = Set.copyOf(names);
    }

    static TargetCollations read(Context context) {
        return new TargetCollations(new Collations(context.session()).names());
    }

    /** Whether it knows one; {@code utf8} and {@code utf8mb3} are two names of the same. */
    boolean knows(String collation) {
        return collation.isEmpty()
                || names.contains(collation)
                || names.contains(collation.replaceFirst("^utf8_", "utf8mb3_"))
                || names.contains(collation.replaceFirst("^utf8mb3_", "utf8_"));
    }
}
