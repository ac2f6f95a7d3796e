package io.flexmigrate.mysql;

import com.mysql.cj.jdbc.JdbcConnection;
import io.flexmigrate.model.Secret;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** A JDBC connection; statements without values go as plain text, since not all of them can be prepared. */
final class JdbcSession implements Session {

    private static final Pattern ACCOUNT_STATEMENT =
            Pattern.compile("(CREATE|ALTER) USER |CHANGE (MASTER|REPLICATION) ");

    /** ER_PARSE_ERROR. */
    private static final int PARSE_ERROR = 1064;

    private static final Duration GRACE = Duration.ofSeconds(10);

    private final String role;
    private final Connection connection;
    private int silenceMillis;

    JdbcSession(String role, Connection connection) {
        this.role = role;
        this.connection = connection;
    }

    @Override
    public List<Row> query(Sql sql) {
        return run(sql);
    }

    @Override
    public void execute(Sql sql) {
        run(sql);
    }

    @Override
    public void execute(Sql sql, Duration timeout) {
        try (Statement statement = connection.createStatement()) {
            connection.setNetworkTimeout(
                    Runnable::run, Math.toIntExact(timeout.plus(GRACE).toMillis()));
            // because the driver then sends a KILL QUERY on a connection of its own
            statement.setQueryTimeout(Math.toIntExact(timeout.toSeconds()));
            statement.execute(sql.text());
            connection.setNetworkTimeout(Runnable::run, silenceMillis);
        } catch (SQLException failure) {
            throw new MySqlException(role, sql.purpose(), failure);
        }
    }

    @Override
    public List<Row> await(Sql sql, Duration timeout) {
        try {
            connection.setNetworkTimeout(
                    Runnable::run, Math.toIntExact(timeout.plus(GRACE).toMillis()));
            try {
                return run(sql);
            } finally {
                if (!connection.isClosed()) {
                    connection.setNetworkTimeout(Runnable::run, silenceMillis);
                }
            }
        } catch (SQLException failure) {
            throw new MySqlException(role, sql.purpose(), failure);
        }
    }

    @Override
    public void stream(Sql sql, List<SnapshotColumn> columns, RowReceiver receiver) {
        try (Statement statement =
                connection.createStatement(ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY)) {
            // because the driver reads all rows into memory unless it is told so
            statement.setFetchSize(Integer.MIN_VALUE);
            try (ResultSet rows = statement.executeQuery(sql.text())) {
                new StreamedRows(rows, columns).sendTo(receiver);
            } catch (RuntimeException refused) {
                // because closing would read all rows that are still to come
                abandon();
                throw refused;
            }
        } catch (SQLException failure) {
            throw new MySqlException(role, sql.purpose(), failure);
        }
    }

    @Override
    public void each(Sql sql, Consumer<Row> receiver) {
        try (PreparedStatement statement =
                connection.prepareStatement(sql.text(), ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY)) {
            // because the driver reads all rows into memory unless it is told so
            statement.setFetchSize(Integer.MIN_VALUE);
            bind(statement, sql.values());
            try (ResultSet rows = statement.executeQuery()) {
                ResultSetMetaData columns = rows.getMetaData();
                while (rows.next()) {
                    receiver.accept(row(rows, columns));
                }
            } catch (RuntimeException refused) {
                // because closing would read all rows that are still to come
                abandon();
                throw refused;
            }
        } catch (SQLException failure) {
            throw new MySqlException(role, sql.purpose(), failure);
        }
    }

    @Override
    public void endureSilence(Duration longest) {
        try {
            silenceMillis = Math.toIntExact(longest.toMillis());
            connection.setNetworkTimeout(Runnable::run, silenceMillis);
        } catch (SQLException failure) {
            throw new MySqlException(role, "limiting how long to wait for answers", failure);
        }
    }

    @Override
    public boolean isAlive(Duration timeout) {
        try {
            return connection.isValid(Math.toIntExact(timeout.toSeconds()));
        } catch (SQLException gone) {
            return false;
        }
    }

    @Override
    public void abandon() {
        try {
            connection.abort(Runnable::run);
        } catch (SQLException alreadyGone) {
            // because that is as good
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException alreadyGone) {
            // because a connection that cannot be closed is closed: the server drops what it held
        }
    }

    private List<Row> run(Sql sql) {
        try {
            if (sql.values().isEmpty()) {
                try (Statement statement = connection.createStatement()) {
                    return statement.execute(sql.text()) ? rows(statement) : drained(statement);
                }
            }
            try (PreparedStatement statement = prepared(sql.text())) {
                bind(statement, sql.values());
                return statement.execute() ? rows(statement) : drained(statement);
            }
        } catch (SQLException failure) {
            throw new MySqlException(role, sql.purpose(), hidingSecrets(sql, failure));
        }
    }

    /** A server that does not understand a statement repeats a part of it, whatever stands there. */
    private static SQLException hidingSecrets(Sql sql, SQLException failure) {
        boolean hasSecret = sql.values().stream().anyMatch(Secret.class::isInstance);
        return hasSecret && failure.getErrorCode() == PARSE_ERROR
                ? new SQLException(
                        "it does not understand the statement: " + sql.text(), failure.getSQLState(), PARSE_ERROR)
                : failure;
    }

    /**
     * Statements about accounts take no parameters of the server (their grammar wants literals): the driver writes the values
     * into the text, where the server's own logs mask them, as refman/8.0/en/password-logging.html says.
     */
    private PreparedStatement prepared(String text) throws SQLException {
        return ACCOUNT_STATEMENT.matcher(text).lookingAt()
                ? connection.unwrap(JdbcConnection.class).clientPrepareStatement(text)
                : connection.prepareStatement(text);
    }

    private static void bind(PreparedStatement statement, List<Object> values) throws SQLException {
        for (int i = 0; i < values.size(); i++) {
            Object value = values.get(i);
            statement.setObject(i + 1, value instanceof Secret secret ? secret.value() : value);
        }
    }

    private static List<Row> rows(Statement statement) throws SQLException {
        List<Row> rows = new ArrayList<>();
        try (ResultSet result = statement.getResultSet()) {
            ResultSetMetaData columns = result.getMetaData();
            while (result.next()) {
                rows.add(row(result, columns));
            }
        }
        drained(statement);
        return rows;
    }

    private static Row row(ResultSet result, ResultSetMetaData columns) throws SQLException {
        Map<String, String> values = new HashMap<>();
        for (int column = 1; column <= columns.getColumnCount(); column++) {
            String value = result.getString(column);
            if (value != null) {
                values.put(columns.getColumnLabel(column), value);
            }
        }
        return Row.of(values);
    }

    /** A procedure answers with several results; an error may stand behind the first. */
    private static List<Row> drained(Statement statement) throws SQLException {
        boolean more = true;
        while (more) {
            more = statement.getMoreResults() || statement.getUpdateCount() != -1;
        }
        return List.of();
    }
}
