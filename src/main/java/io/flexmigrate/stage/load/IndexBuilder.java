package io.flexmigrate.stage.load;

import io.flexmigrate.model.TableIndex;
import io.flexmigrate.model.TableName;
import io.flexmigrate.mysql.TargetTables;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Builds the secondary indexes of a table that is filled. */
record IndexBuilder(TargetTables target) {

    /** Builds all of these, of which none is there. */
    void build(TableName table, List<TableIndex> indexes) {
        indexes.stream()
                .filter(index -> !index.isBuiltWithOthers())
                .forEach(index -> target.build(table, List.of(index)));
        List<TableIndex> together =
                indexes.stream().filter(TableIndex::isBuiltWithOthers).toList();
        if (!together.isEmpty()) {
            target.build(table, together);
        }
    }

    /** Builds those of these that the target does not have: an attempt that was cut off may have built some. */
    void buildMissing(TableName table, List<TableIndex> indexes) {
        if (indexes.isEmpty()) {
            return;
        }
        Set<String> there = target.indexes(table);
        build(
                table,
                indexes.stream()
                        .filter(index -> !there.contains(index.name().toLowerCase(Locale.ROOT)))
                        .toList());
    }
}
