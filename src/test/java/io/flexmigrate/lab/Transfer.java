package io.flexmigrate.lab;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Random;

/**
 * One transaction of a client: money goes from one account to another, and something is bought, paid or forgotten.
 *
 * @param id unique over all clients, so that the transaction can be looked for afterwards
 * @param dice decides what else happens, 0 to 9
 */
record Transfer(String id, int debited, int credited, long amount, int dice) {

    static Transfer random(String id, Random random) {
        int debited = 1 + random.nextInt(TrafficTables.ACCOUNTS);
        int credited = 1 + (debited + random.nextInt(TrafficTables.ACCOUNTS - 1)) % TrafficTables.ACCOUNTS;
        return new Transfer(id, debited, credited, 1 + random.nextInt(100), random.nextInt(10));
    }

    /** All of it but the COMMIT. */
    void write(Connection connection) throws SQLException {
        // because two transfers that lock their accounts in the same order cannot lock each other out
        if (debited < credited) {
            book(connection, debited, -amount);
            book(connection, credited, amount);
        } else {
            book(connection, credited, amount);
            book(connection, debited, -amount);
        }
        update(
                connection,
                "INSERT INTO transfer (id, debited, credited, amount, made_at) VALUES (?, ?, ?, ?, ?)",
                id,
                debited,
                credited,
                amount,
                Timestamp.from(Instant.now()));
        trade(connection);
    }

    private void trade(Connection connection) throws SQLException {
        if (dice < 4) {
            String sql = "INSERT INTO purchase (buyer, note, price, weight, paid) VALUES (?, ?, ?, ?, 0)";
            update(connection, sql, credited, "bought in " + id + " – für 5 €", amount / 4.0, amount / 3.0);
        } else if (dice < 6) {
            update(connection, "UPDATE purchase SET paid = 1 WHERE buyer = ? AND paid = 0 LIMIT 1", credited);
        } else if (dice < 7) {
            update(connection, "DELETE FROM purchase WHERE buyer = ? AND paid = 1 LIMIT 1", credited);
        }
    }

    private static void book(Connection connection, int account, long amount) throws SQLException {
        String sql = "UPDATE account SET balance = balance + ?, version = version + 1 WHERE id = ?";
        update(connection, sql, amount, account);
    }

    private static void update(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }
}
