package io.flexmigrate.stage.assess;

import io.flexmigrate.model.ServerVersion;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The modes in a server's sql_mode, in its order. */
record SqlModes(Set<String> names) {

    /** Gone with 8.0.11: refman/8.0/en/mysql-nutshell.html, "features removed in MySQL 8.0". */
    private static final Set<String> GONE = Set.of(
            "DB2",
            "MAXDB",
            "MSSQL",
            "MYSQL323",
            "MYSQL40",
            "ORACLE",
            "POSTGRESQL",
            "NO_FIELD_OPTIONS",
            "NO_KEY_OPTIONS",
            "NO_TABLE_OPTIONS",
            "NO_AUTO_CREATE_USER");

    /** Names for other modes together, and two that change nothing here: nobody creates users by GRANT, and all engines are InnoDB. */
    private static final Set<String> WITHOUT_EFFECT =
            Set.of("ANSI", "TRADITIONAL", "NO_AUTO_CREATE_USER", "NO_ENGINE_SUBSTITUTION");

    static SqlModes of(String text) {
        return new SqlModes(
                new LinkedHashSet<>(List.of(text.toUpperCase(Locale.ROOT).split(",", -1)).stream()
                        .map(String::strip)
                        .filter(name -> !name.isEmpty())
                        .toList()));
    }

    /** Those that a server of this version has. */
    SqlModes on(ServerVersion version) {
        return version.isAtLeast(8, 0, 11) ? without(GONE) : this;
    }

    /** Those that matter and the other has not. */
    Set<String> missingIn(SqlModes other) {
        return without(WITHOUT_EFFECT).without(other.names()).names();
    }

    private SqlModes without(Set<String> others) {
        Set<String> left = new LinkedHashSet<>(names);
        left.removeAll(others);
        return new SqlModes(left);
    }

    /** As the variable has it. */
    String text() {
        return String.join(",", names);
    }
}
