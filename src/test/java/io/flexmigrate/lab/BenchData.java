package io.flexmigrate.lab;

import java.util.ArrayList;
import java.util.List;

/** The tables benches move, made by the source itself. */
final class BenchData {

    private static final String SEED = "CREATE TABLE seed (n INT NOT NULL PRIMARY KEY) ENGINE=InnoDB";

    private BenchData() {}

    /** Eight tables of 200,000 rows and one of 1,000,000, each with two secondary indexes; or parts of that. */
    static void largeTables(LabServer source, int percent) {
        List<String> statements = seeded(10_000 * percent);
        for (int i = 1; i <= 8; i++) {
            statements.addAll(large("t" + i, i, 2_000 * percent));
        }
        statements.addAll(large("big", 9, 10_000 * percent));
        statements.add("DROP TABLE seed");
        source.execute(statements);
    }

    /** Tables of ten rows with a secondary index, numbered from one to another, this one left out. */
    static void smallTables(LabServer source, int from, int to) {
        List<String> statements = new ArrayList<>(List.of("USE " + BenchPair.DATABASE));
        for (int i = from; i < to; i++) {
            statements.add("CREATE TABLE s" + i
                    + " (id INT NOT NULL PRIMARY KEY, name VARCHAR(40) NOT NULL, KEY by_name (name)) ENGINE=InnoDB");
            statements.add(
                    "INSERT INTO s" + i + " VALUES (1,'a'), (2,'b'), (3,'c'), (4,'d'), (5,'e'), (6,'f'), (7,'g'),"
                            + " (8,'h'), (9,'i'), (10,'" + i + "')");
        }
        source.execute(statements);
    }

    private static List<String> seeded(int rows) {
        return new ArrayList<>(List.of(
                "USE " + BenchPair.DATABASE,
                SEED,
                "INSERT INTO seed SELECT @n := @n + 1 FROM information_schema.COLLATIONS a,"
                        + " information_schema.COLLATIONS b, information_schema.COLLATIONS c, (SELECT @n := 0) zero"
                        + " LIMIT " + rows));
    }

    private static List<String> large(String name, int salt, int rows) {
        return List.of(
                "CREATE TABLE " + name + " (id INT NOT NULL PRIMARY KEY, a VARCHAR(80) NOT NULL, b INT NOT NULL,"
                        + " c VARCHAR(80) NOT NULL, KEY by_a (a), KEY by_b (b, c)) ENGINE=InnoDB",
                "INSERT INTO %s SELECT n, SHA2(n + %d, 256), CRC32(n * 7 + %d) %% 1000000, SHA2(n * 3 + %d, 256) FROM seed WHERE n <= %d"
                        .formatted(name, salt, salt, salt, rows));
    }
}
