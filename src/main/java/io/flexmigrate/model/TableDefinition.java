package io.flexmigrate.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A {@code CREATE TABLE} statement as servers from 5.7 on show it, taken apart so that keys can be made later than rows. */
public final class TableDefinition {

    private static final String CREATE = "CREATE TABLE ";

    /** InnoDB's own name for the index of its own column of full-text search: refman/8.0/en/innodb-fulltext-index.html. */
    private static final String FULLTEXT_DOCUMENTS = "FTS_DOC_ID_INDEX";

    /** Which indexes are built after the rows are in. */
    public enum Deferral {
        NONE,
        ALL_BUT_UNIQUE,
        ALL
    }

    /**
     * A table in two parts.
     *
     * @param create the statement that makes it without what is added later
     * @param indexes to be built once the rows are in, in the order in which that is best done
     * @param foreignKeys to be added once the tables they refer to are there
     */
    public record Split(String create, List<TableIndex> indexes, List<TableForeignKey> foreignKeys) {

        public Split {
            indexes = List.copyOf(indexes);
            foreignKeys = List.copyOf(foreignKeys);
        }
    }

    private final List<TableItem> items;
    private final String options;

    private TableDefinition(List<TableItem> items, String options) {
        this.items = items;
        this.options = options;
    }

    /**
     * Reads it.
     *
     * @param text the statement; what is before it and after its semicolon is ignored
     * @throws IllegalArgumentException when it is no such statement
     */
    public static TableDefinition of(String text) {
        int start = text.startsWith(CREATE) ? 0 : text.indexOf("\n" + CREATE) + 1;
        if (!text.startsWith(CREATE, start)) {
            throw new IllegalArgumentException("it has no " + CREATE.strip());
        }
        int open = DefinitionText.find(text, '(', start);
        if (open < 0) {
            throw new IllegalArgumentException("it has no columns");
        }
        int close = DefinitionText.closing(text, open);
        int semicolon = DefinitionText.find(text, ';', close);
        String options = semicolon < 0 ? text.substring(close + 1) : text.substring(close + 1, semicolon);
        return new TableDefinition(
                DefinitionText.parts(text.substring(open + 1, close)).stream()
                        .map(TableItem::new)
                        .toList(),
                options.stripTrailing());
    }

    /** The statement that makes the table under this name, which may be another than its own, without foreign keys. */
    public String withoutForeignKeys(String name) {
        return statement(
                Identifier.quoted(name),
                items.stream().filter(item -> item.foreignKey().isEmpty()).toList());
    }

    /** The foreign keys alone. */
    public List<TableForeignKey> foreignKeys() {
        return items.stream()
                .map(TableItem::foreignKey)
                .flatMap(Optional::stream)
                .toList();
    }

    /** Takes the table of this name apart. */
    public Split split(TableName name, Deferral deferral) {
        Set<TableItem> deferred = deferred(deferral);
        List<TableItem> first = items.stream()
                .filter(item -> item.foreignKey().isEmpty() && !deferred.contains(item))
                .toList();
        List<TableIndex> indexes = new ArrayList<>();
        for (TableIndex.Kind kind : TableIndex.Kind.values()) {
            items.stream()
                    .filter(deferred::contains)
                    .map(TableItem::index)
                    .flatMap(Optional::stream)
                    .filter(index -> index.kind() == kind)
                    .forEach(indexes::add);
        }
        return new Split(statement(name.quoted(), first), indexes, foreignKeys());
    }

    private String statement(String name, List<TableItem> kept) {
        return kept.stream().map(TableItem::text).collect(Collectors.joining(",\n  ", CREATE + name + " (\n  ", "\n)"))
                + options;
    }

    private Set<TableItem> deferred(Deferral deferral) {
        if (deferral == Deferral.NONE || !isInnoDb()) {
            return Set.of();
        }
        Set<TableItem> deferred = new HashSet<>();
        for (TableItem item : items) {
            item.index()
                    .filter(index -> index.kind() != TableIndex.Kind.UNIQUE || deferral == Deferral.ALL)
                    .filter(index -> !index.name().equalsIgnoreCase(FULLTEXT_DOCUMENTS))
                    .ifPresent(index -> deferred.add(item));
        }
        clusteredIndex().ifPresent(deferred::remove);
        autoIncrementKey().ifPresent(deferred::remove);
        return deferred;
    }

    /** Other engines build indexes no faster afterwards. */
    private boolean isInnoDb() {
        return DefinitionText.bare(options).toUpperCase(Locale.ROOT).contains("ENGINE=INNODB");
    }

    /**
     * The unique key by which InnoDB keeps the rows where there is no primary key, the first over columns that are not null:
     * refman/8.0/en/innodb-index-types.html. To add it later would make the table anew.
     */
    private Optional<TableItem> clusteredIndex() {
        if (items.stream().anyMatch(TableItem::isPrimaryKey)) {
            return Optional.empty();
        }
        Set<String> notNull = items.stream()
                .filter(TableItem::isColumn)
                .filter(TableItem::isNotNull)
                .map(TableItem::columnName)
                .collect(Collectors.toSet());
        return items.stream()
                .filter(item -> item.text().startsWith("UNIQUE KEY "))
                .filter(item -> item.keyParts().stream()
                        .allMatch(part -> TableItem.columnOf(part)
                                .filter(notNull::contains)
                                .isPresent()))
                .findFirst();
    }

    /** The key without which there can be no AUTO_INCREMENT column; empty when the primary key is one, or there is none. */
    private Optional<TableItem> autoIncrementKey() {
        Optional<String> column = items.stream()
                .filter(TableItem::isColumn)
                .filter(TableItem::isAutoIncrement)
                .map(TableItem::columnName)
                .findFirst();
        if (column.isEmpty()) {
            return Optional.empty();
        }
        return items.stream()
                .filter(item -> item.isPrimaryKey() || item.index().isPresent())
                .filter(item -> item.firstColumn().equals(column))
                .findFirst();
    }
}
