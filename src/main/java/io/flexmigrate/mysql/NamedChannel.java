package io.flexmigrate.mysql;

import io.flexmigrate.model.BinlogCoordinates;
import io.flexmigrate.model.ReplicaStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A replication channel of our own on a server that may have others; needs {@code SUPER}, or {@code REPLICATION_SLAVE_ADMIN}.
 *
 * @param name empty: the one channel that every server has
 */
public record NamedChannel(Session session, Dialect dialect, String name) {

    private static final String WILD_DO_TABLE = "REPLICATE_WILD_DO_TABLE";

    private static final List<String> OTHER_FILTERS = List.of(
            "Replicate_Do_DB",
            "Replicate_Ignore_DB",
            "Replicate_Do_Table",
            "Replicate_Ignore_Table",
            "Replicate_Wild_Ignore_Table");

    /**
     * The channel of this name, or the nameless one where the server keeps its places in files and so can have no other:
     * error 3077, refman/5.7/en/replication-channels.html.
     */
    public static NamedChannel where(Session session, ServerInventory server, String name) {
        boolean inTables = Stream.of("master_info_repository", "relay_log_info_repository")
                .noneMatch(repository -> server.variables().text(repository).equals("FILE"));
        return new NamedChannel(session, server.dialect(), inTables ? name : "");
    }

    /** What the server says of it; empty when there is none. */
    public Optional<ReplicaStatus> status() {
        return row().map(Replica::status).filter(status -> !status.sourceHost().isEmpty());
    }

    private Optional<Row> row() {
        return session.query(dialect.replicaStatus()).stream()
                .filter(row -> row.text("Channel_Name").equals(name))
                .findFirst();
    }

    /** Which tables alone it writes, as the server shows the patterns; empty: all. */
    public String filter() {
        return row().map(row -> row.text("Replicate_Wild_Do_Table")).orElse("");
    }

    /** Whether somebody gave it other filters than ours. */
    public boolean isFilteredOtherwise() {
        return row().stream()
                .anyMatch(row -> OTHER_FILTERS.stream()
                        .anyMatch(column -> !row.text(column).isEmpty()));
    }

    /** Points it at a server; does not start it, and needs it stopped. */
    public void pointAt(Upstream upstream, ChannelTls tls, BinlogCoordinates start) {
        List<Object> values = new ArrayList<>(List.of(
                upstream.host(),
                upstream.port(),
                upstream.user(),
                upstream.password(),
                start.file(),
                start.position()));
        StringBuilder text = new StringBuilder(dialect.changeSource())
                .append(" *_HOST=?, *_PORT=?, *_USER=?, *_PASSWORD=?, *_AUTO_POSITION=0, *_LOG_FILE=?, *_LOG_POS=?")
                .append(", *_CONNECT_RETRY=5, *_SSL=")
                .append(tls.on() ? 1 : 0);
        if (!tls.ca().isEmpty()) {
            text.append(", *_SSL_CA=?, *_SSL_VERIFY_SERVER_CERT=1");
            values.add(tls.ca());
        }
        if (!tls.on() && dialect.asksForPublicKeys()) {
            text.append(", GET_*_PUBLIC_KEY=1");
        }
        run("pointing the way back at the target", text.toString().replace("*", dialect.sourceWord()), values);
    }

    /**
     * Has it write only tables by these patterns, and no others; with no patterns, all. It must be stopped. 5.7 has one filter
     * for all channels, and a restart of the server forgets it: refman/8.0/en/change-replication-filter.html.
     */
    public void writeOnly(List<String> patterns) {
        String text = "CHANGE REPLICATION FILTER " + WILD_DO_TABLE + " = ("
                + String.join(", ", Collections.nCopies(patterns.size(), "?")) + ")";
        if (dialect.showsReplicationFilters()) {
            run("filtering the way back", text, List.copyOf(patterns));
            return;
        }
        session.execute(new Sql("filtering the way back", text, List.copyOf(patterns)));
    }

    public void start() {
        run("starting the way back", "START " + dialect.replicaWord(), List.of());
    }

    public void stop() {
        run("stopping the way back", "STOP " + dialect.replicaWord(), List.of());
    }

    /** Forgets where it led, and what was received; it must be stopped. */
    public void remove() {
        run("removing the way back", "RESET " + dialect.replicaWord() + " ALL", List.of());
    }

    /**
     * Waits on the server until it has applied these coordinates of where the channel leads.
     *
     * @param timeout at most; the server counts in whole seconds
     * @return whether it has
     */
    public boolean awaitApplied(BinlogCoordinates coordinates, Duration timeout) {
        long seconds = Math.max(1, (timeout.toMillis() + 999) / 1000);
        String channel = "'" + name.replace("'", "''") + "'";
        return session.await(dialect.positionWait(coordinates, seconds, channel), Duration.ofSeconds(seconds)).stream()
                .allMatch(row -> row.find("events")
                        .filter(events -> !events.equals("-1"))
                        .isPresent());
    }

    /** The statements by which a person stops and removes it, each in a line of its own. */
    public String removal() {
        String end = forChannel() + ";";
        return "STOP " + dialect.replicaWord() + end + "\nRESET " + dialect.replicaWord() + " ALL" + end;
    }

    private void run(String purpose, String text, List<Object> values) {
        session.execute(new Sql(purpose, text + forChannel(), values));
    }

    private String forChannel() {
        return " FOR CHANNEL '" + name + "'";
    }
}
