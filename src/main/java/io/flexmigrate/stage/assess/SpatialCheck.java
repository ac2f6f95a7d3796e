package io.flexmigrate.stage.assess;

import io.flexmigrate.model.Finding;
import io.flexmigrate.model.Identifier;
import io.flexmigrate.model.Rule;
import io.flexmigrate.model.TableName;
import io.flexmigrate.mysql.TableColumns.Column;
import io.flexmigrate.plan.Plan;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** FM1231: columns of places mean on 8.0 what they mean on 5.7. */
final class SpatialCheck implements Check<BothServers> {

    static final Rule RULE = Rule.of(
            "FM1231",
            "Columns of places mean the same on both servers",
            "8.0 uses a spatial index only when the column has an SRID, and it reckons with places of a geographic SRID such as"
                    + " 4326 on the globe, latitude first, where 5.7 reckons in a plane.",
            "https://dev.mysql.com/doc/refman/8.0/en/spatial-reference-systems.html");

    private static final Set<String> TYPES = Set.of(
            "geometry",
            "point",
            "linestring",
            "polygon",
            "multipoint",
            "multilinestring",
            "multipolygon",
            "geometrycollection",
            "geomcollection");

    @Override
    public List<Rule> rules() {
        return List.of(RULE);
    }

    @Override
    public List<Finding> findings(Plan plan, BothServers seen) {
        boolean changes = !seen.source().server().version().isAtLeast(8, 0, 0)
                && seen.target().server().version().isAtLeast(8, 0, 0);
        if (!changes) {
            return List.of();
        }
        return seen
                .source()
                .part(ColumnTraits.class)
                .byTable(column -> TYPES.contains(column.dataType()))
                .entrySet()
                .stream()
                .map(entry -> finding(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Finding finding(TableName table, List<Column> columns) {
        List<Column> indexed = columns.stream().filter(Column::indexed).toList();
        String names = columns.stream().map(Column::name).collect(Collectors.joining(", "));
        String look =
                "See which SRID the places have, and that programs expect what 8.0 makes of it:\nSELECT DISTINCT ST_SRID("
                        + Identifier.quoted(columns.get(0).name()) + ") FROM " + table.quoted() + ";";
        if (indexed.isEmpty()) {
            return RULE.info(table.toString(), "It has columns of places: " + names + ".", look);
        }
        String changes = indexed.stream()
                .map(column -> "ALTER TABLE " + table.quoted() + " MODIFY " + Identifier.quoted(column.name()) + " "
                        + column.columnType().toUpperCase(Locale.ROOT) + " NOT NULL SRID <srid>;")
                .collect(Collectors.joining("\n"));
        return RULE.warning(
                table.toString(),
                "It has columns of places: " + names + ". The index on "
                        + indexed.stream().map(Column::name).collect(Collectors.joining(", "))
                        + " is not used on the target, since 5.7 gives a column no SRID.",
                look + "\nAfter the cut-over, on the target:\n" + changes);
    }
}
