package io.flexmigrate.mysql;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** One connection to a server; used by one thread at a time. */
public interface Session extends AutoCloseable {

    /**
     * Reads; changes nothing.
     *
     * @throws MySqlException when the server refuses or is gone
     */
    List<Row> query(Sql sql);

    /** Changes the server or this session. */
    void execute(Sql sql);

    /**
     * Changes the server or this session, and gives the statement up when the server does not end it in time.
     *
     * @param timeout whole seconds, at least 1; the server is told to end the statement, and the connection is given up when
     *     it says nothing for some seconds more
     */
    void execute(Sql sql, Duration timeout);

    /**
     * Reads with a call that blocks on the server.
     *
     * @param timeout after which the call is given up
     */
    List<Row> await(Sql sql, Duration timeout);

    /**
     * Asks the server for a sign of life.
     *
     * @param timeout whole seconds, at least 1
     */
    boolean isAlive(Duration timeout);

    /**
     * From now on gives a statement, and with it the connection, up when the server says nothing for so long: it may have
     * been stopped, or the network may swallow what it says. Without this a session waits for ever, as a statement that
     * works for hours must be waited for.
     *
     * @param longest at least a millisecond
     */
    void endureSilence(Duration longest);

    /**
     * Reads rows one after the other, where there may be more than memory should hold; meanwhile nothing else can be asked here.
     *
     * @throws MySqlException when the server refuses or is gone
     */
    default void each(Sql sql, Consumer<Row> receiver) {
        query(sql).forEach(receiver);
    }

    /**
     * Reads rows one after the other, none of which stays in memory.
     *
     * @param columns those of the answer, from the first on; further ones are not read
     */
    default void stream(Sql sql, List<SnapshotColumn> columns, RowReceiver receiver) {
        throw new UnsupportedOperationException(sql.purpose());
    }

    /** Ends the connection at once, whatever it is at; for any thread. Never throws. */
    default void abandon() {
        close();
    }

    /**
     * From now on takes several statements in one request, see {@link #answers}; other sessions do not, so that a text which
     * would end one statement and begin another is refused there.
     */
    default void allowSeveral() {
        // because whoever only says statements, or answers by heart, takes them as they come
    }

    /**
     * Makes changes, and asks questions behind them, in one request of a session that {@link #allowSeveral takes several}, so that
     * one answer only is waited for. The server goes no further than the first that it refuses.
     *
     * @param questions statements that answer with rows
     * @param timeout after which the call is given up
     * @return the rows of each question
     */
    default List<List<Row>> answers(List<Sql> changes, List<Sql> questions, Duration timeout) {
        changes.forEach(this::execute);
        return questions.stream().map(this::query).toList();
    }

    /** The first row, when there is one. */
    default Optional<Row> first(Sql sql) {
        return query(sql).stream().findFirst();
    }

    /** Closes the connection; what it held (locks, transactions) is gone then. Never throws. */
    @Override
    void close();
}
