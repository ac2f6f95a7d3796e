package io.flexmigrate.stage.diagnosis;

import io.flexmigrate.model.BinlogCoordinates;
import io.flexmigrate.model.ReplicaStatus;
import io.flexmigrate.model.ReplicaStatus.ThreadError;
import io.flexmigrate.mysql.BinlogEvents;
import io.flexmigrate.mysql.MySqlException;
import io.flexmigrate.mysql.Replica;
import io.flexmigrate.mysql.ReplicationAccount;
import io.flexmigrate.mysql.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What can be seen on both servers when a link has failed; what cannot be read is said instead.
 *
 * @param user the replication account
 */
public record Evidence(Session source, Session target, String user) {

    /** The coordinator of several workers says only that one of them failed. */
    private static final int WORKER_FAILED = 1756;

    private static final Pattern REFUSED_COMMAND = Pattern.compile("\\(Errno: (\\d+)\\)");

    /** The error of the worker that failed, where there is one; else the same again. */
    ThreadError ofWorker(ThreadError said) {
        boolean vague = said.number() == WORKER_FAILED || said.message().startsWith("Coordinator stopped");
        if (!vague) {
            return said;
        }
        try {
            return Replica.workerError(target).orElse(said);
        } catch (MySqlException unread) {
            return said;
        }
    }

    List<String> of(ReplicaStatus status, ThreadError error) {
        List<String> seen = new ArrayList<>();
        trouble(error).ifPresent(trouble -> add(seen, () -> about(trouble, status)));
        if (status.applierError().isPresent()) {
            status.applied().ifPresent(at -> add(seen, () -> events(at)));
        }
        return seen;
    }

    /** Where the source refused a command of the receiver, its own error stands in the message: 1597, in 8.0 13120. */
    static Optional<KnownTrouble> trouble(ThreadError error) {
        Matcher inner = REFUSED_COMMAND.matcher(error.message());
        return KnownTrouble.of(inner.find() ? Integer.parseInt(inner.group(1)) : error.number());
    }

    private static void add(List<String> seen, Supplier<String> look) {
        try {
            String sentence = look.get();
            if (!sentence.isEmpty()) {
                seen.add(sentence);
            }
        } catch (MySqlException unread) {
            seen.add("More could not be seen: " + unread.getMessage() + ".");
        }
    }

    private String about(KnownTrouble trouble, ReplicaStatus status) {
        return switch (trouble) {
            case BINLOG_GONE -> binlogs(status);
            case SAME_IDENTITY -> "The source has " + identity(source) + ", the target " + identity(target) + ".";
            case UNREACHABLE, UNKNOWN_HOST, TOO_MANY_CONNECTIONS, HOST_BLOCKED, TLS_REFUSED ->
                "The target tries " + status.sourceHost() + ":" + status.sourcePort() + ".";
            case LOGIN_REFUSED, PASSWORD_EXPIRED, NEEDS_TLS -> accounts();
            case TRANSACTIONS_GONE ->
                "gtid_purged of the source is '" + value(source, "gtid_purged") + "', gtid_executed of the target '"
                        + value(target, "gtid_executed") + "'.";
            case PACKET_TOO_LARGE ->
                "max_allowed_packet is " + value(source, "max_allowed_packet") + " on the source and "
                        + value(target, "max_allowed_packet") + " on the target.";
            case ROW_MISSING,
                    ROW_TWICE,
                    TABLE_MISSING,
                    OTHER_COLUMNS,
                    ACCOUNT_STATEMENT,
                    RELAY_LOG_LOST,
                    GTID_RULES,
                    GENERATED_KEY,
                    NOT_ALLOWED,
                    LOCKED_ROW,
                    DISK_FULL -> "";
        };
    }

    private String binlogs(ReplicaStatus status) {
        List<String> files = new BinlogEvents(source).files();
        String needed = status.applied().map(Object::toString).orElse("the beginning of its link");
        return "The target needs all from " + needed + " on; the source has "
                + (files.isEmpty() ? "no binlog" : files.get(0) + " to " + files.get(files.size() - 1)) + ".";
    }

    private static String identity(Session session) {
        return "server_id " + value(session, "server_id") + ", server_uuid " + value(session, "server_uuid")
                + " and gtid_mode " + value(session, "gtid_mode");
    }

    private static String value(Session session, String variable) {
        return new BinlogEvents(session).variable(variable);
    }

    private String accounts() {
        List<String> found = ReplicationAccount.read(source, user).stream()
                .map(account -> "'" + account.user() + "'@'" + account.host() + "' (" + account.plugin()
                        + (account.requiresTls() ? ", REQUIRE SSL" : "")
                        + (account.mayReplicate() ? "" : ", without REPLICATION SLAVE") + ")")
                .toList();
        return found.isEmpty()
                ? "The source has no account named " + user + "."
                : "The source has " + String.join(", ", found) + ".";
    }

    /** The transaction that failed: its first events, which name the tables. */
    private String events(BinlogCoordinates at) {
        List<String> events = new BinlogEvents(source).from(at);
        return events.isEmpty()
                ? "The source shows no event at " + at + " any more."
                : "The event that failed is in the transaction at " + at + " of the source: "
                        + String.join("; ", events) + ".";
    }
}
