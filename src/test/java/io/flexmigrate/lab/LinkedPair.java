package io.flexmigrate.lab;

import io.flexmigrate.engine.Journal;
import io.flexmigrate.engine.StageLog;
import io.flexmigrate.engine.StageName;
import io.flexmigrate.model.BinlogCoordinates;
import io.flexmigrate.model.LinkStart;
import io.flexmigrate.model.ReplicaStatus;
import io.flexmigrate.model.Secret;
import io.flexmigrate.mysql.Binlog;
import io.flexmigrate.mysql.DataInReplication;
import io.flexmigrate.mysql.Dialect;
import io.flexmigrate.mysql.MySqlServer;
import io.flexmigrate.mysql.Replica;
import io.flexmigrate.mysql.Sql;
import io.flexmigrate.mysql.Upstream;
import io.flexmigrate.time.SystemClock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;

/** A source and an emulated flexible server that replicates from it; the link belongs to the test, not to a run. */
public record LinkedPair(LabServer source, LabServer target, BinlogCoordinates start) implements AutoCloseable {

    private static final Secret PASSWORD = new Secret("lab-Repl-1");
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    /**
     * Boots both, links them and waits until the link runs; an account {@code migrate} has what the watching of a link needs
     * but for the heartbeat.
     */
    public static LinkedPair begin(LabVersion version, String... sourceOptions) {
        CompletableFuture<LabServer> emulation =
                CompletableFuture.supplyAsync(() -> FlexibleServerEmulation.start(LabVersion.MYSQL_8_0, Ha.NONE));
        LabServer source = Lab.start(version, sourceOptions);
        source.execute(
                "CREATE USER repl@'%' IDENTIFIED WITH mysql_native_password BY '" + PASSWORD.value() + "'",
                "GRANT REPLICATION SLAVE ON *.* TO repl@'%'",
                "CREATE USER migrate@'%' IDENTIFIED WITH mysql_native_password BY '" + PASSWORD.value() + "'",
                "GRANT SELECT, RELOAD, PROCESS, REPLICATION CLIENT, REPLICATION SLAVE ON *.* TO migrate@'%'");
        BinlogCoordinates start = source.root()
                .with(session -> new Binlog(session, new Dialect(version.number()))
                        .coordinates()
                        .orElseThrow());
        LabServer target = emulation.join();
        target.root().with(session -> {
            DataInReplication channel = new DataInReplication(session);
            channel.pointAt(
                    new Upstream(source.host(), source.port(), "repl", PASSWORD, ""), new LinkStart.AtPosition(start));
            channel.start();
            Replica replica = new Replica(session, new Dialect(target.version().number()));
            Awaitility.await()
                    .atMost(PATIENCE)
                    .until(() ->
                            replica.status().filter(ReplicaStatus::isHealthy).isPresent());
            return channel;
        });
        return new LinkedPair(source, target, start);
    }

    /** Lets the heartbeat be written. */
    public LinkedPair withHeartbeat() {
        source.execute("GRANT SELECT, INSERT, UPDATE, CREATE, DROP ON `migrate\\_heartbeat\\_%`.* TO migrate@'%'");
        return this;
    }

    /** The source as the program sees it. */
    public MySqlServer sourceServer() {
        return MySqlServer.connecting(source.settings("source", "migrate", PASSWORD));
    }

    /** The target as the program sees it. */
    public MySqlServer targetServer() {
        return FlexibleServerEmulation.admin(target);
    }

    /** Changes how the target applies, while it does not. */
    public void applyWith(String... statements) {
        target.execute("STOP SLAVE SQL_THREAD");
        target.execute(statements);
        target.execute("START SLAVE SQL_THREAD");
    }

    /** Makes a table and fills it with so many rows, each of them a transaction, as fast as it goes. */
    public void write(int rows) {
        source.execute(
                "CREATE DATABASE IF NOT EXISTS backlog",
                "CREATE TABLE IF NOT EXISTS backlog.entries (id INT AUTO_INCREMENT PRIMARY KEY, words CHAR(200))");
        source.root().with(session -> {
            for (int i = 0; i < rows; i++) {
                session.execute(Sql.of("writing", "INSERT INTO backlog.entries (words) VALUES (REPEAT('x', 200))"));
            }
            return rows;
        });
    }

    /** The number of the last row that {@link #write} made. */
    public long rows() {
        return source.root()
                .query(Sql.of("looking at the last row", "SELECT MAX(id) AS n FROM backlog.entries"))
                .get(0)
                .number("n");
    }

    /** A log of CATCH_UP. */
    public static StageLog log(Journal journal) {
        return new StageLog(StageName.CATCH_UP, journal, SystemClock.wall());
    }

    @Override
    public void close() {
        source.close();
        target.close();
    }
}
