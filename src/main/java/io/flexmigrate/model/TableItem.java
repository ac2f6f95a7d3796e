package io.flexmigrate.model;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A column, key or constraint in the text of a {@code CREATE TABLE}. */
record TableItem(String text) {

    private static final String FOREIGN_KEY = " FOREIGN KEY ";

    boolean isColumn() {
        return text.startsWith("`") || text.startsWith("\"");
    }

    boolean isPrimaryKey() {
        return text.startsWith("PRIMARY KEY ");
    }

    /** The name of a column. */
    String columnName() {
        return DefinitionText.name(text, 0);
    }

    boolean isNotNull() {
        return bare().contains(" NOT NULL");
    }

    boolean isAutoIncrement() {
        return bare().contains(" AUTO_INCREMENT");
    }

    private String bare() {
        return DefinitionText.bare(text).toUpperCase(Locale.ROOT);
    }

    /** The index that this is; empty when it is something else or the primary key. */
    Optional<TableIndex> index() {
        return kind().map(kind -> new TableIndex(DefinitionText.name(text, text.indexOf("KEY ") + 4), kind, text));
    }

    private Optional<TableIndex.Kind> kind() {
        if (text.startsWith("KEY ")) {
            return Optional.of(TableIndex.Kind.PLAIN);
        }
        if (text.startsWith("UNIQUE KEY ")) {
            return Optional.of(TableIndex.Kind.UNIQUE);
        }
        if (text.startsWith("FULLTEXT KEY ")) {
            return Optional.of(TableIndex.Kind.FULLTEXT);
        }
        return text.startsWith("SPATIAL KEY ") ? Optional.of(TableIndex.Kind.SPATIAL) : Optional.empty();
    }

    /** The foreign key that this is; empty when it is something else. */
    Optional<TableForeignKey> foreignKey() {
        if (!text.startsWith("CONSTRAINT ")) {
            return Optional.empty();
        }
        int name = "CONSTRAINT ".length();
        boolean isForeign = text.startsWith(FOREIGN_KEY, DefinitionText.afterQuoted(text, name));
        return isForeign ? Optional.of(new TableForeignKey(DefinitionText.name(text, name), text)) : Optional.empty();
    }

    /** The parts of a key, such as {@code `name`(10) DESC}. */
    List<String> keyParts() {
        int open = DefinitionText.find(text, '(', 0);
        return DefinitionText.parts(text.substring(open + 1, DefinitionText.closing(text, open)));
    }

    /** The column of the first part of a key; empty when that is an expression. */
    Optional<String> firstColumn() {
        return columnOf(keyParts().get(0));
    }

    static Optional<String> columnOf(String keyPart) {
        return keyPart.startsWith("`") || keyPart.startsWith("\"")
                ? Optional.of(DefinitionText.name(keyPart, 0))
                : Optional.empty();
    }
}
