package io.flexmigrate.lab;

import java.util.ArrayList;
import java.util.List;

/** What a shop has beside the tables its clients write: 210,000 rows, a view and a procedure. */
final class DemoData {

    /** Tables that nobody writes while the demo runs, so that they can be compared at any time. */
    static final List<String> TABLES = List.of("customer", "product", "placed_order", "order_line");

    private static final List<String> SCHEMA = List.of("""
            CREATE TABLE customer (
              id INT NOT NULL PRIMARY KEY,
              name VARCHAR(80) CHARACTER SET utf8mb4 NOT NULL,
              email VARCHAR(80) CHARACTER SET latin1 NOT NULL,
              born DATE,
              UNIQUE KEY by_email (email)
            ) ENGINE=InnoDB
            """, """
            CREATE TABLE product (
              id INT NOT NULL PRIMARY KEY,
              name VARCHAR(80) CHARACTER SET utf8mb4 NOT NULL,
              price DECIMAL(10,2) NOT NULL,
              properties JSON NOT NULL
            ) ENGINE=InnoDB
            """, """
            CREATE TABLE placed_order (
              id INT NOT NULL PRIMARY KEY,
              customer INT NOT NULL,
              placed_at DATETIME(3) NOT NULL,
              state ENUM('open', 'paid', 'sent') NOT NULL,
              KEY by_time (placed_at),
              CONSTRAINT order_customer FOREIGN KEY (customer) REFERENCES customer (id)
            ) ENGINE=InnoDB
            """, """
            CREATE TABLE order_line (
              placed_order INT NOT NULL,
              line INT NOT NULL,
              product INT NOT NULL,
              pieces SMALLINT UNSIGNED NOT NULL,
              PRIMARY KEY (placed_order, line),
              CONSTRAINT line_order FOREIGN KEY (placed_order) REFERENCES placed_order (id),
              CONSTRAINT line_product FOREIGN KEY (product) REFERENCES product (id)
            ) ENGINE=InnoDB
            """, """
            CREATE SQL SECURITY INVOKER VIEW open_order AS
              SELECT o.id, c.name, SUM(l.pieces * p.price) AS worth
              FROM placed_order o
                JOIN customer c ON c.id = o.customer
                JOIN order_line l ON l.placed_order = o.id
                JOIN product p ON p.id = l.product
              WHERE o.state = 'open' GROUP BY o.id, c.name
            """, """
            CREATE PROCEDURE orders_of(IN wanted INT)
              SELECT * FROM placed_order WHERE customer = wanted
            """);

    private DemoData() {}

    /** Statements that make the tables and fill them; the database must be there. */
    static List<String> statements(String database) {
        List<String> statements = new ArrayList<>();
        statements.add("USE `" + database + "`");
        statements.add("SET SESSION cte_max_recursion_depth = 100000");
        statements.addAll(SCHEMA);
        statements.add(rows(
                30_000,
                "customer",
                "n, CONCAT('Zoë ', n), CONCAT('c', n, '@example.com'),"
                        + " IF(n % 7 = 0, NULL, DATE '1950-01-01' + INTERVAL n DAY)"));
        statements.add(
                rows(10_000, "product", "n, CONCAT('thing № ', n), n / 8, JSON_OBJECT('grams', n, 'new', n % 2)"));
        statements.add(rows(
                70_000,
                "placed_order",
                "n, 1 + n % 30000, TIMESTAMP '2024-01-01 00:00:00.5'"
                        + " + INTERVAL n * 7 MINUTE, ELT(1 + n % 3, 'open', 'paid', 'sent')"));
        statements.add(rows(100_000, "order_line", "1 + n % 70000, n, 1 + n * 17 % 10000, 1 + n % 5"));
        return statements;
    }

    private static String rows(int count, String table, String columns) {
        return "INSERT INTO " + table + " WITH RECURSIVE numbers (n) AS"
                + " (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < " + count + ")"
                + " SELECT " + columns + " FROM numbers";
    }
}
