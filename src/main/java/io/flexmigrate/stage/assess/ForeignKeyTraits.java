package io.flexmigrate.stage.assess;

import io.flexmigrate.mysql.ForeignKeys;
import io.flexmigrate.mysql.ForeignKeys.ForeignKey;
import io.flexmigrate.stage.assess.PartReader.Context;
import java.util.List;

/** Foreign keys of the whole source that lead to another database or to a key that is not unique. */
record ForeignKeyTraits(List<ForeignKey> keys) implements Part {
    ForeignKeyTraits {
        keys = List.copyOf(keys);
    }

    static ForeignKeyTraits read(Context context) {
        return new ForeignKeyTraits(new ForeignKeys(context.session()).special());
    }

    /** Those that lead to another database. */
    List<ForeignKey> crossing() {
        return keys.stream()
                .filter(key -> !key.table().database().equals(key.parent().database()))
                .toList();
    }
}
