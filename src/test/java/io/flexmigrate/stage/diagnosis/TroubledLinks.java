package io.flexmigrate.stage.diagnosis;

import static org.awaitility.Awaitility.await;

import io.flexmigrate.lab.FlexibleServerEmulation;
import io.flexmigrate.lab.Ha;
import io.flexmigrate.lab.Lab;
import io.flexmigrate.lab.LabServer;
import io.flexmigrate.lab.LabVersion;
import io.flexmigrate.model.BinlogCoordinates;
import io.flexmigrate.model.LinkStart;
import io.flexmigrate.model.ReplicaStatus;
import io.flexmigrate.model.Secret;
import io.flexmigrate.mysql.Binlog;
import io.flexmigrate.mysql.Dialect;
import io.flexmigrate.mysql.Replica;
import io.flexmigrate.mysql.ReplicationChannel;
import io.flexmigrate.mysql.Session;
import io.flexmigrate.mysql.Sql;
import io.flexmigrate.mysql.Upstream;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

/** Links between servers of the lab that are spoiled in many ways: of each version to one flexible server. */
final class TroubledLinks {

    static final Duration PATIENCE = Duration.ofSeconds(90);
    static final Secret PASSWORD = new Secret("lab-repl");

    private static final Map<LabVersion, LabServer> SOURCES = new EnumMap<>(LabVersion.class);

    static final LabServer TARGET = FlexibleServerEmulation.start(LabVersion.MYSQL_8_0, Ha.NONE);

    private TroubledLinks() {}

    static void boot() {
        CompletableFuture<LabServer> old = CompletableFuture.supplyAsync(() -> Lab.start(LabVersion.MYSQL_5_7));
        SOURCES.put(LabVersion.MYSQL_8_0, Lab.start(LabVersion.MYSQL_8_0));
        SOURCES.put(LabVersion.MYSQL_5_7, old.join());
        SOURCES.values()
                .forEach(source -> source.execute(
                        "CREATE USER repl@'%' IDENTIFIED WITH mysql_native_password BY '" + PASSWORD.value() + "'",
                        "GRANT REPLICATION SLAVE ON *.* TO repl@'%'",
                        "CREATE USER poor@'%' IDENTIFIED WITH mysql_native_password BY '" + PASSWORD.value() + "'"));
    }

    static void stop() {
        SOURCES.values().forEach(LabServer::close);
        TARGET.close();
    }

    static LabServer source(LabVersion version) {
        return Objects.requireNonNull(SOURCES.get(version));
    }

    static Upstream upstream(LabVersion version, String user, String password, String certificates) {
        return new Upstream(source(version).host(), source(version).port(), user, new Secret(password), certificates);
    }

    static void onTarget(String... statements) {
        TARGET.root().with(session -> {
            session.execute(Sql.of("leaving the binlog out", "SET sql_log_bin = 0"));
            for (String statement : statements) {
                session.execute(Sql.of("spoiling the target", statement));
            }
            return statements;
        });
    }

    /** A running link, with a table of one row on both sides. */
    static void linkWithTable(LabVersion version) {
        source(version).execute("SET sql_log_bin = 0", "DROP DATABASE IF EXISTS d");
        onTarget("STOP SLAVE", "RESET SLAVE ALL", "DROP DATABASE IF EXISTS d");
        link(version, upstream(version, "repl", PASSWORD.value(), ""));
        source(version)
                .execute(
                        "CREATE DATABASE d",
                        "CREATE TABLE d.t (id INT PRIMARY KEY, v VARCHAR(10))",
                        "INSERT INTO d.t VALUES (1, 'a')");
        await().atMost(PATIENCE)
                .until(() -> value(
                                        "SELECT COUNT(*) AS value FROM information_schema.TABLES WHERE TABLE_SCHEMA = 'd'",
                                        TARGET)
                                .equals("1")
                        && value("SELECT COUNT(*) AS value FROM d.t", TARGET).equals("1"));
    }

    /** Points the target at where the source stands now, and starts it. */
    static void link(LabVersion version, Upstream upstream) {
        BinlogCoordinates now = source(version)
                .root()
                .with(session ->
                        new Binlog(session, dialect(version)).coordinates().orElseThrow());
        point(upstream, now);
    }

    static void point(Upstream upstream, BinlogCoordinates now) {
        onTarget("STOP SLAVE", "RESET SLAVE ALL");
        TARGET.root().with(session -> {
            ReplicationChannel channel = ReplicationChannel.ofFlexibleServer(session);
            channel.pointAt(upstream, new LinkStart.AtPosition(now));
            channel.start();
            return now;
        });
    }

    static String said(LabVersion version) {
        return said(version, "repl");
    }

    static String said(LabVersion version, String user) {
        try (Session session = source(version).root().open()) {
            return diagnosis(user, session).words();
        }
    }

    static LinkDiagnosis diagnosis(String user, Session source) {
        try (Session target = TARGET.root().open()) {
            Replica replica = new Replica(target, dialect(LabVersion.MYSQL_8_0));
            await().atMost(PATIENCE)
                    .until(() ->
                            replica.status().filter(TroubledLinks::hasError).isPresent());
            return LinkDiagnosis.of(replica.status().orElseThrow(), new Evidence(source, target, user));
        }
    }

    private static boolean hasError(ReplicaStatus status) {
        return status.receiverError().isPresent() || status.applierError().isPresent();
    }

    static Dialect dialect(LabVersion version) {
        return new Dialect(version.number());
    }

    static String value(String query, LabServer server) {
        return value(query, "value", server);
    }

    static String value(String query, String column, LabServer server) {
        return server.root().query(Sql.of("looking", query)).get(0).text(column);
    }
}
