package io.flexmigrate.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/** A source as large installations have it: many tables with foreign keys, views, routines and triggers in ten databases. */
record ManyTables(int tables) {

    static final int DATABASES = 10;

    private static final int CLIENTS = 4;

    /** Makes them, several at once. */
    void create(LabServer server) {
        server.execute(IntStream.range(0, DATABASES)
                .mapToObj(i -> "CREATE DATABASE bench_" + i)
                .toList());
        List<CompletableFuture<Void>> clients = new ArrayList<>();
        for (int client = 0; client < CLIENTS; client++) {
            int first = client;
            clients.add(CompletableFuture.runAsync(() -> {
                for (int database = first; database < DATABASES; database += CLIENTS) {
                    server.execute(statements(database));
                }
            }));
        }
        clients.forEach(CompletableFuture::join);
    }

    private List<String> statements(int database) {
        List<String> statements = new ArrayList<>(List.of("USE bench_" + database));
        for (int i = 0; i < tables / DATABASES; i++) {
            statements.add(table(i));
            if (i % 20 == 0) {
                statements.add("CREATE VIEW v" + i + " AS SELECT id, name, amount FROM t" + i + " WHERE amount > 0");
                statements.add("CREATE FUNCTION f" + i + "(a INT) RETURNS INT DETERMINISTIC RETURN a + " + i);
                statements.add("CREATE PROCEDURE p" + i + "() SELECT COUNT(*) FROM t" + i);
                statements.add("CREATE TRIGGER g" + i + " BEFORE INSERT ON t" + i + " FOR EACH ROW SET NEW.flag = 1");
                statements.add("INSERT INTO t" + i + " (name, amount) VALUES ('a', 1), ('b', 2)");
            }
        }
        return statements;
    }

    /** Ten columns; every fourth table has a foreign key to the one before. */
    private static String table(int i) {
        String foreignKey =
                i % 4 == 1 ? ", CONSTRAINT fk" + i + " FOREIGN KEY (parent) REFERENCES t" + (i - 1) + " (id)" : "";
        return """
                CREATE TABLE t%d (
                  id INT NOT NULL AUTO_INCREMENT PRIMARY KEY, parent INT, name VARCHAR(100) NOT NULL,
                  code CHAR(8) CHARACTER SET ascii, amount DECIMAL(12, 2) NOT NULL DEFAULT 0, made DATETIME,
                  changed TIMESTAMP NULL, flag TINYINT NOT NULL DEFAULT 0, body TEXT, hash BINARY(16),
                  KEY by_parent (parent), KEY by_name (name, code)%s
                ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4""".formatted(i, foreignKey);
    }
}
