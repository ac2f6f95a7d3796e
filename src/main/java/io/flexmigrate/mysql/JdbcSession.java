package io.flexmigrate.mysql;

import com.mysql.cj.NativeSession;
import com.mysql.cj.exceptions.CJException;
import com.mysql.cj.jdbc.JdbcConnection;
import com.mysql.cj.jdbc.exceptions.SQLExceptionsMapping;
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
    private boolean takesSeveral;

    JdbcSession(String role, Connection connection) {
        this.role = role;
        this.connection = connection;
    }

    @Override
    public List<Row> query(Sql sql) {
        return first(run(sql));
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
        return first(within(sql, timeout));
    }

    @Override
    public List<List<Row>> answers(List<Sql> changes, List<Sql> questions, Duration timeout) {
        List<Sql> statements = new ArrayList<>(changes);
        statements.addAll(questions);
        List<List<Row>> all = within(Sql.together(statements), timeout);
        // from the end, because a change may be a provider's procedure, which may answer with rows of its own
        return all.subList(all.size() - questions.size(), all.size());
    }

    private List<List<Row>> within(Sql sql, Duration timeout) {
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
    public void allowSeveral() {
        if (!takesSeveral) {
            try {
                session().enableMultiQueries();
                takesSeveral = true;
            } catch (SQLException | CJException failure) {
                throw new MySqlException(
                        role,
                        "asking for several statements in one request",
                        SQLExceptionsMapping.translateException(failure));
            }
        }
    }

    private NativeSession session() throws SQLException {
        return (NativeSession) connection.unwrap(JdbcConnection.class).getSession();
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

    /** A procedure answers with several results; what we ask is the first. */
    private static List<Row> first(List<List<Row>> answers) {
        return answers.isEmpty() ? List.of() : answers.get(0);
    }

    private List<List<Row>> run(Sql sql) {
        try {
            if (sql.values().isEmpty()) {
                try (Statement statement = connection.createStatement()) {
                    return answers(statement, statement.execute(sql.text()));
                }
            }
            try (PreparedStatement statement = prepared(sql.text())) {
                bind(statement, sql.values());
                return answers(statement, statement.execute());
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

    /** To the end, because an error may stand behind any of them. */
    private static List<List<Row>> answers(Statement statement, boolean beginsWithRows) throws SQLException {
        List<List<Row>> answers = new ArrayList<>();
        boolean hasRows = beginsWithRows;
        while (hasRows || statement.getUpdateCount() != -1) {
            if (hasRows) {
                answers.add(rows(statement));
            }
            hasRows = statement.getMoreResults();
        }
        return answers;
    }

    private static List<Row> rows(Statement statement) throws SQLException {
        List<Row> rows = new ArrayList<>();
        try (ResultSet result = statement.getResultSet()) {
            ResultSetMetaData columns = result.getMetaData();
            while (result.next()) {
                rows.add(row(result, columns));
            }
        }
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
}
