package io.flexmigrate.mydumper;

import io.flexmigrate.model.ServerVersion;
import io.flexmigrate.model.SpecialColumn;
import io.flexmigrate.model.TableName;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Why a release of mydumper cannot be trusted with a table, so that we dump it ourselves. */
public enum Gap {
    /**
     * Releases before 0.11.1 cannot read such file names back, and later ones give the table's files other names: all that is
     * beyond letters, digits, {@code -} and {@code _}, and what begins with {@code mydumper_}.
     */
    NAME("its name, or that of its database, makes file names that tools misread") {
        @Override
        boolean spoils(TableName table) {
            return !isPlain(table.database()) || !isPlain(table.table());
        }
    },
    /**
     * Columns whose EXTRA contains {@code DEFAULT_GENERATED} are left out of the rows, and get their default at the load:
     * releases before 0.10.3, from 8.0 on, which first has that word (mydumper issues 221 and 273).
     */
    GENERATED_DEFAULT("this mydumper leaves out columns whose default is an expression") {
        @Override
        boolean spoils(ToolVersion tool, ServerVersion source, SpecialColumn column) {
            return !tool.isAtLeast(0, 10, 3) && source.isAtLeast(8, 0, 0) && has(column, "DEFAULT_GENERATED");
        }
    },
    /**
     * 5.7 keeps a table open for others with its expressions as mydumper's character set read them, so that clients are refused
     * its columns with error 3144: every release; measured with 0.10.1 and 1.0.1 on 5.7.22.
     */
    GENERATED_TEXT("a 5.7 source that mydumper reads generated columns of refuses them to others with error 3144") {
        @Override
        boolean spoils(ToolVersion tool, ServerVersion source, SpecialColumn column) {
            return !source.isAtLeast(8, 0, 0) && has(column, " GENERATED");
        }
    },
    /** No release known dumps invisible columns, which 8.0.23 first has. */
    INVISIBLE_COLUMN("mydumper leaves out invisible columns") {
        @Override
        boolean spoils(ToolVersion tool, ServerVersion source, SpecialColumn column) {
            return has(column, "INVISIBLE");
        }
    },
    /** The server prints six digits of a FLOAT, of nine that it takes to tell all values apart: every release. */
    FLOAT("mydumper rounds FLOAT to six digits") {
        @Override
        boolean spoils(ToolVersion tool, ServerVersion source, SpecialColumn column) {
            return type(column).startsWith("float");
        }
    },
    /** The error value of an ENUM is printed as its empty member is, and becomes that: every release. */
    EMPTY_MEMBER("mydumper cannot tell an empty member of an ENUM from an invalid value") {
        @Override
        boolean spoils(ToolVersion tool, ServerVersion source, SpecialColumn column) {
            String type = type(column);
            return type.startsWith("enum") && EMPTY.matcher(type).find();
        }
    },
    /** Names of columns are written into statements as they are: measured with 0.10.1 on 8.0.15. */
    BACKTICK("mydumper cannot quote names of columns that have a backtick") {
        @Override
        boolean spoils(ToolVersion tool, ServerVersion source, SpecialColumn column) {
            return column.column().contains("`");
        }
    };

    private static final Pattern PLAIN = Pattern.compile("(?!mydumper_)[0-9A-Za-z_-]+");
    private static final Pattern EMPTY = Pattern.compile("[(,]''[,)]");

    private final String reason;

    Gap(String reason) {
        this.reason = reason;
    }

    /** The first that a table's own name makes. */
    static Optional<Gap> of(TableName table) {
        return Stream.of(values()).filter(gap -> gap.spoils(table)).findFirst();
    }

    /** The first that a column makes in its table. */
    static Optional<Gap> of(ToolVersion tool, ServerVersion source, SpecialColumn column) {
        return Stream.of(values())
                .filter(gap -> gap.spoils(tool, source, column))
                .findFirst();
    }

    /** A phrase about the table. */
    public String reason() {
        return reason;
    }

    boolean spoils(TableName table) {
        return false;
    }

    boolean spoils(ToolVersion tool, ServerVersion source, SpecialColumn column) {
        return false;
    }

    private static boolean isPlain(String name) {
        return PLAIN.matcher(name).matches() && !name.contains("-schema");
    }

    private static String type(SpecialColumn column) {
        return column.type().toLowerCase(Locale.ROOT);
    }

    private static boolean has(SpecialColumn column, String word) {
        return column.extra().toUpperCase(Locale.ROOT).contains(word);
    }
}
