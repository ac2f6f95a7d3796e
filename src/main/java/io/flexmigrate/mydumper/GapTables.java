package io.flexmigrate.mydumper;

import io.flexmigrate.model.GapTable;
import io.flexmigrate.model.ServerVersion;
import io.flexmigrate.model.SpecialColumn;
import io.flexmigrate.model.TableName;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The tables that a release of mydumper would spoil, which we dump ourselves. */
public final class GapTables {

    private GapTables() {}

    /**
     * Each of them once, in the order of the tables, with the first reason there is.
     *
     * @param columns those that any release spoils; of other tables too
     */
    public static List<GapTable> of(
            ToolVersion tool, ServerVersion source, List<TableName> tables, List<SpecialColumn> columns) {
        Map<TableName, Gap> gaps = gaps(tool, source, tables, columns);
        return tables.stream()
                .flatMap(table ->
                        Optional.ofNullable(gaps.get(table)).stream().map(gap -> new GapTable(table, gap.reason())))
                .toList();
    }

    /** The same tables by reason, in the order of the reasons. */
    public static Map<Gap, List<TableName>> byReason(
            ToolVersion tool, ServerVersion source, List<TableName> tables, List<SpecialColumn> columns) {
        Map<TableName, Gap> gaps = gaps(tool, source, tables, columns);
        Map<Gap, List<TableName>> reasons = new EnumMap<>(Gap.class);
        for (Gap gap : Gap.values()) {
            List<TableName> spoilt =
                    tables.stream().filter(table -> gaps.get(table) == gap).toList();
            if (!spoilt.isEmpty()) {
                reasons.put(gap, spoilt);
            }
        }
        return reasons;
    }

    /** Whether the name alone is a reason, with every release. */
    public static boolean isSpoiltByName(TableName table) {
        return Gap.of(table).isPresent();
    }

    private static Map<TableName, Gap> gaps(
            ToolVersion tool, ServerVersion source, List<TableName> tables, List<SpecialColumn> columns) {
        Set<TableName> ours = new HashSet<>(tables);
        Map<TableName, Gap> gaps = new HashMap<>();
        for (TableName table : ours) {
            Gap.of(table).ifPresent(gap -> gaps.put(table, gap));
        }
        for (SpecialColumn column : columns) {
            if (ours.contains(column.table())) {
                Gap.of(tool, source, column).ifPresent(gap -> gaps.merge(column.table(), gap, GapTables::first));
            }
        }
        return gaps;
    }

    private static Gap first(Gap one, Gap other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}
