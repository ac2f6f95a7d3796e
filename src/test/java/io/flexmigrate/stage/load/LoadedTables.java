package io.flexmigrate.stage.load;

import io.flexmigrate.model.Identifier;
import io.flexmigrate.mysql.MySqlServer;
import io.flexmigrate.mysql.Sql;
import java.util.List;
import java.util.stream.Stream;

/** The tables of the dumps that are made by hand, as the server has them that they were loaded into. */
record LoadedTables(MySqlServer server) {

    static final String DATABASE = "o.dd-schema, d\"b";

    Stream<String> texts(String sql) {
        return server.query(Sql.of("looking", sql)).stream().map(row -> row.only());
    }

    long count(String table) {
        return Long.parseLong(
                texts("SELECT COUNT(*) FROM " + table(table)).findFirst().orElseThrow());
    }

    static String table(String name) {
        return Identifier.quoted(DATABASE) + "." + Identifier.quoted(name);
    }

    String definition(String table) {
        return server.query(Sql.of("looking", "SHOW CREATE TABLE " + table(table)))
                .get(0)
                .text("Create Table");
    }

    List<String> keys() {
        return texts("SELECT DISTINCT CONCAT(TABLE_NAME, '.', INDEX_NAME) AS k FROM information_schema.STATISTICS WHERE"
                        + " TABLE_SCHEMA = '" + DATABASE + "' ORDER BY 1")
                .sorted()
                .toList();
    }

    List<String> foreignKeys() {
        return texts(
                        "SELECT CONSTRAINT_NAME FROM information_schema.REFERENTIAL_CONSTRAINTS WHERE CONSTRAINT_SCHEMA = '"
                                + DATABASE + "'")
                .toList();
    }
}
