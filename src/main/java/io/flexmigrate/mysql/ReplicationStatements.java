package io.flexmigrate.mysql;

import io.flexmigrate.model.LinkStart;
import java.util.ArrayList;
import java.util.List;

/**
 * Replication by the statements that a superuser of any MySQL may run.
 *
 * <p>The certificate of an authority would have to be a file of that server, so a link with TLS is encrypted here, but whom it
 * talks to is not checked: refman/8.0/en/change-replication-source-to.html, {@code SOURCE_SSL_CA}.
 */
record ReplicationStatements(Session session, Dialect dialect) implements ReplicationChannel {

    @Override
    public void pointAt(Upstream upstream, LinkStart start) {
        String word = dialect.sourceWord();
        List<Object> values =
                new ArrayList<>(List.of(upstream.host(), upstream.port(), upstream.user(), upstream.password()));
        StringBuilder text = new StringBuilder(dialect.changeSource())
                .append(" *_HOST=?, *_PORT=?, *_USER=?, *_PASSWORD=?, *_SSL=")
                .append(upstream.certificates().isEmpty() ? 0 : 1);
        if (start instanceof LinkStart.AtPosition position) {
            text.append(", *_AUTO_POSITION=0, *_LOG_FILE=?, *_LOG_POS=?");
            values.add(position.coordinates().file());
            values.add(position.coordinates().position());
        } else {
            text.append(", *_AUTO_POSITION=1");
        }
        if (upstream.certificates().isEmpty() && dialect.asksForPublicKeys()) {
            text.append(", GET_*_PUBLIC_KEY=1");
        }
        session.execute(
                new Sql("linking the target to the source", text.toString().replace("*", word), values));
    }

    @Override
    public void start() {
        session.execute(Sql.of("starting replication", "START " + dialect.replicaWord()));
    }

    @Override
    public void stop() {
        session.execute(Sql.of("stopping replication", "STOP " + dialect.replicaWord()));
    }

    @Override
    public void remove() {
        session.execute(Sql.of("removing the link", "RESET " + dialect.replicaWord() + " ALL"));
    }

    /** By an empty transaction in its place: refman/8.0/en/replication-administration-skip.html. */
    @Override
    public void skip(String transaction) {
        stop();
        if (transaction.isEmpty()) {
            String counter =
                    dialect.replicaWord().equals("SLAVE") ? "sql_slave_skip_counter" : "sql_replica_skip_counter";
            session.execute(Sql.of("skipping an event", "SET GLOBAL " + counter + " = 1"));
        } else {
            session.execute(Sql.of("naming the transaction", "SET SESSION gtid_next = ?", transaction));
            session.execute(Sql.of("skipping a transaction", "BEGIN"));
            session.execute(Sql.of("skipping a transaction", "COMMIT"));
            session.execute(Sql.of("ending the skipping", "SET SESSION gtid_next = 'AUTOMATIC'"));
        }
        start();
    }

    @Override
    public boolean canSkip(boolean byGtid) {
        return true;
    }

    /** The statements by which a person stops and removes the link, each in a line of its own. */
    static String removal(Dialect dialect) {
        return "STOP " + dialect.replicaWord() + ";\nRESET " + dialect.replicaWord() + " ALL;";
    }
}
