package io.flexmigrate.mysql;

import io.flexmigrate.model.BinlogCoordinates;
import io.flexmigrate.model.GtidSet;
import io.flexmigrate.model.ReplicaStatus;
import io.flexmigrate.model.ReplicaStatus.ThreadError;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** A server that replicates, or could, seen over one session. */
public record Replica(Session session, Dialect dialect) {

    /** The status of its link; empty when it has none. */
    public Optional<ReplicaStatus> status() {
        return session.first(dialect.replicaStatus()).map(Replica::status);
    }

    /** The source's binlog file that its receiver reads, or asks for; empty when it has no link. */
    public Optional<String> receivedFile() {
        return session.first(dialect.replicaStatus())
                .map(row -> either(row, "Source_Log_File", "Master_Log_File"))
                .filter(file -> !file.isEmpty());
    }

    /**
     * Waits on the server until it has applied these coordinates of its source.
     *
     * @param timeout at most; the server counts in whole seconds, so it may take up to a second longer
     * @return whether it has
     */
    public boolean awaitApplied(BinlogCoordinates coordinates, Duration timeout) {
        long seconds = Math.max(1, (timeout.toMillis() + 999) / 1000);
        return session.await(dialect.positionWait(coordinates, seconds, ""), Duration.ofSeconds(seconds)).stream()
                .allMatch(row ->
                        row.find("events").map(events -> !events.equals("-1")).orElse(false));
    }

    /** Whether it asks its source for the transactions that it lacks, rather than for a position. */
    public boolean followsGtids() {
        return session.first(dialect.replicaStatus())
                .flatMap(row -> row.find("Auto_Position"))
                .filter(automatic -> automatic.equals("1"))
                .isPresent();
    }

    /**
     * Waits on the server until it has executed these transactions; exact at once, however many threads apply.
     *
     * @return whether it has
     */
    public boolean awaitExecuted(GtidSet transactions, Duration timeout) {
        double seconds = Math.max(1, timeout.toMillis()) / 1000.0;
        Sql sql = Sql.of(
                "waiting for the replica",
                "SELECT WAIT_FOR_EXECUTED_GTID_SET(?, ?) AS late",
                transactions.text(),
                seconds);
        return session.await(sql, timeout.plusSeconds(1)).stream()
                .allMatch(row -> row.find("late").filter("0"::equals).isPresent());
    }

    /**
     * Whether it has received these coordinates and says that nothing is left to apply: a look and no proof, as its threads are
     * not looked at in the same instant.
     */
    public boolean seemsIdleAt(BinlogCoordinates coordinates, Applier applier) {
        return session.first(dialect.replicaStatus())
                        .filter(row -> received(row).isAtOrAfter(coordinates))
                        .filter(row -> either(row, "Replica_SQL_Running_State", "Slave_SQL_Running_State")
                                .contains("has read all relay log"))
                        .isPresent()
                && waitingWorkers() >= applier.workers();
    }

    private static BinlogCoordinates received(Row row) {
        return new BinlogCoordinates(
                either(row, "Source_Log_File", "Master_Log_File"),
                Long.parseLong(either(row, "Read_Source_Log_Pos", "Read_Master_Log_Pos")));
    }

    private long waitingWorkers() {
        Sql sql = Sql.of("looking at the workers", """
                SELECT COUNT(*) AS n FROM information_schema.PROCESSLIST
                WHERE USER = 'system user' AND STATE = 'Waiting for an event from Coordinator'""");
        return session.first(sql).map(row -> row.number("n")).orElse(0L);
    }

    /**
     * Whether everything before the applied coordinates is applied and nothing after them: not so for several workers that do
     * not keep the order of the source: refman/8.0/en/replication-features-transaction-inconsistencies.html.
     */
    public boolean appliesInOrder() {
        Map<String, String> settings = new HashMap<>();
        session.query(Sql.of("reading how the replica applies", """
                        SHOW GLOBAL VARIABLES WHERE Variable_name IN ('replica_parallel_workers',
                        'slave_parallel_workers', 'replica_preserve_commit_order', 'slave_preserve_commit_order')"""))
                .forEach(row ->
                        settings.put(row.text("Variable_name").replace("slave_", "replica_"), row.text("Value")));
        return settings.getOrDefault("replica_parallel_workers", "0").matches("[01]")
                || settings.getOrDefault("replica_preserve_commit_order", "OFF").equals("ON");
    }

    /** The error of the first of several workers that failed: refman/8.0/en/performance-schema-replication-tables.html. */
    public static Optional<ThreadError> workerError(Session session) {
        Sql sql = Sql.of("reading the errors of the workers", """
                SELECT LAST_ERROR_NUMBER AS number, LAST_ERROR_MESSAGE AS message
                FROM performance_schema.replication_applier_status_by_worker
                WHERE LAST_ERROR_NUMBER <> 0 ORDER BY WORKER_ID""");
        return session.first(sql).map(row -> error(row, "number", "message"));
    }

    /** A row of the replication status. */
    static ReplicaStatus status(Row row) {
        return new ReplicaStatus(
                either(row, "Source_Host", "Master_Host"),
                Integer.parseInt(either(row, "Source_Port", "Master_Port")),
                either(row, "Replica_IO_Running", "Slave_IO_Running"),
                either(row, "Replica_SQL_Running", "Slave_SQL_Running"),
                applied(row),
                secondsBehind(either(row, "Seconds_Behind_Source", "Seconds_Behind_Master")),
                error(row, "Last_IO_Errno", "Last_IO_Error"),
                error(row, "Last_SQL_Errno", "Last_SQL_Error"));
    }

    private static Optional<BinlogCoordinates> applied(Row row) {
        String file = either(row, "Relay_Source_Log_File", "Relay_Master_Log_File");
        String position = either(row, "Exec_Source_Log_Pos", "Exec_Master_Log_Pos");
        boolean none = file.isEmpty() || position.isEmpty() || Long.parseLong(position) < 4;
        return none ? Optional.empty() : Optional.of(new BinlogCoordinates(file, Long.parseLong(position)));
    }

    private static OptionalLong secondsBehind(String text) {
        return text.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(text));
    }

    private static ThreadError error(Row row, String number, String message) {
        return new ThreadError(Math.toIntExact(row.number(number)), row.text(message));
    }

    private static String either(Row row, String newName, String oldName) {
        return row.find(newName).orElseGet(() -> row.text(oldName));
    }
}
