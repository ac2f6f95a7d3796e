package io.flexmigrate.lab;

import io.flexmigrate.model.Identifier;
import io.flexmigrate.mysql.MySqlServer;
import io.flexmigrate.mysql.Row;
import io.flexmigrate.mysql.Session;
import io.flexmigrate.mysql.Sql;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The tables the clients write: a bank whose money never grows or shrinks, and some others that change. */
public record TrafficTables(String database) {

    static final int ACCOUNTS = 200;

    private static final long OPENING_BALANCE = 1_000;

    /** The sum of all balances, at any moment on any server. */
    public static final long TOTAL = ACCOUNTS * OPENING_BALANCE;

    /** No column has DEFAULT CURRENT_TIMESTAMP, because mydumper 0.10.1 loses such columns on 8.0 sources. */
    private static final List<String> TABLES = List.of("""
            CREATE TABLE account (
              id INT NOT NULL PRIMARY KEY,
              balance BIGINT NOT NULL,
              version BIGINT NOT NULL
            ) ENGINE=InnoDB
            """, """
            CREATE TABLE transfer (
              id VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
              debited INT NOT NULL,
              credited INT NOT NULL,
              amount BIGINT NOT NULL,
              made_at DATETIME(6) NOT NULL,
              KEY by_time (made_at),
              CONSTRAINT transfer_debited FOREIGN KEY (debited) REFERENCES account (id),
              CONSTRAINT transfer_credited FOREIGN KEY (credited) REFERENCES account (id)
            ) ENGINE=InnoDB
            """, """
            CREATE TABLE purchase (
              id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
              buyer INT NOT NULL,
              note VARCHAR(200) CHARACTER SET utf8mb4 NOT NULL,
              price DECIMAL(12,2) NOT NULL,
              weight DOUBLE,
              paid TINYINT(1) NOT NULL,
              KEY by_buyer (buyer, paid)
            ) ENGINE=InnoDB
            """);

    /** Creates the database with its tables; it must not be there yet. */
    public void create(MySqlServer server) {
        server.with(session -> {
            run(session, "CREATE DATABASE " + Identifier.quoted(database));
            run(session, "USE " + Identifier.quoted(database));
            TABLES.forEach(table -> run(session, table));
            run(session, "BEGIN");
            for (int account = 1; account <= ACCOUNTS; account++) {
                run(session, "INSERT INTO account VALUES (" + account + ", " + OPENING_BALANCE + ", 0)");
            }
            run(session, "COMMIT");
            return database;
        });
    }

    /** The sum of all balances on a server; anything but {@link #TOTAL} means torn transactions. */
    public long total(MySqlServer server) {
        String query = "SELECT SUM(balance) AS total FROM " + qualified("account");
        return server.query(Sql.of("adding up the balances", query)).get(0).number("total");
    }

    /** The ids of all transfers a server holds. */
    public Set<String> transfers(MySqlServer server) {
        Set<String> ids = new HashSet<>();
        String query = "SELECT id FROM " + qualified("transfer");
        for (Row row : server.query(Sql.of("reading the transfers", query))) {
            ids.add(row.text("id"));
        }
        return ids;
    }

    private String qualified(String table) {
        return Identifier.quoted(database) + "." + table;
    }

    private static void run(Session session, String statement) {
        session.execute(Sql.of("creating the tables of the traffic", statement));
    }
}
