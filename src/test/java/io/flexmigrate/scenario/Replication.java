package io.flexmigrate.scenario;

import io.flexmigrate.lab.LabServer;
import io.flexmigrate.model.BinlogCoordinates;
import io.flexmigrate.model.ReplicaStatus;
import io.flexmigrate.mysql.Binlog;
import io.flexmigrate.mysql.Dialect;
import io.flexmigrate.mysql.Replica;
import io.flexmigrate.mysql.ReplicationFilters;
import io.flexmigrate.mysql.Sql;
import java.util.Map;
import java.util.Optional;

/** The link into a server, as its superuser sees it. */
record Replication(LabServer server) {

    static Replication of(LabServer server) {
        return new Replication(server);
    }

    /** Where the server's own binlog ends. */
    static BinlogCoordinates endOf(LabServer source) {
        return source.root()
                .with(session ->
                        new Binlog(session, new Dialect(source.version().number())).coordinates())
                .orElseThrow();
    }

    Optional<ReplicaStatus> status() {
        return server.root()
                .with(session ->
                        new Replica(session, new Dialect(server.version().number())).status())
                .filter(status -> !status.sourceHost().isEmpty());
    }

    boolean isLinked() {
        return status().isPresent();
    }

    boolean isHealthy() {
        return status().map(ReplicaStatus::isHealthy).orElse(false);
    }

    boolean hasApplied(BinlogCoordinates coordinates) {
        return status().map(status -> status.hasApplied(coordinates)).orElse(false);
    }

    /** Whether the source sends what the target lacks, and not what follows a place. */
    boolean isByGtid() {
        return server.root().query(Sql.of("looking at the link", "SHOW SLAVE STATUS")).stream()
                .anyMatch(row -> row.text("Auto_Position").equals("1"));
    }

    /** The tables it leaves out. */
    String ignored() {
        return server.root()
                .with(session -> new ReplicationFilters(
                                session, new Dialect(server.version().number()))
                        .set())
                .orElse(Map.of())
                .getOrDefault(ReplicationFilters.WILD_IGNORE_TABLE, "");
    }

    /** Takes the link away, as somebody might who thinks it is over. */
    void remove() {
        server.execute("STOP SLAVE", "RESET SLAVE ALL");
    }

    /** Moves the stopped link to another place in the source's binlog. */
    void moveTo(BinlogCoordinates place) {
        server.execute(
                "CHANGE MASTER TO MASTER_LOG_FILE = '" + place.file() + "', MASTER_LOG_POS = " + place.position());
    }
}
