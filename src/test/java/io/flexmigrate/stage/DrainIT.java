package io.flexmigrate.stage;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.lab.FlexibleServerEmulation;
import io.flexmigrate.lab.Ha;
import io.flexmigrate.lab.Lab;
import io.flexmigrate.lab.LabServer;
import io.flexmigrate.lab.LabVersion;
import io.flexmigrate.lab.LinkedPair;
import io.flexmigrate.model.BinlogCoordinates;
import io.flexmigrate.model.GtidSet;
import io.flexmigrate.model.LinkStart;
import io.flexmigrate.model.Secret;
import io.flexmigrate.mysql.Binlog;
import io.flexmigrate.mysql.DataInReplication;
import io.flexmigrate.mysql.Dialect;
import io.flexmigrate.mysql.Replica;
import io.flexmigrate.mysql.ReplicationChannel;
import io.flexmigrate.mysql.Session;
import io.flexmigrate.mysql.Sql;
import io.flexmigrate.mysql.Upstream;
import java.time.Duration;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DrainIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Dialect DIALECT = new Dialect(LabVersion.MYSQL_8_0.number());

    private static BinlogCoordinates coordinates(LinkedPair pair) {
        Dialect dialect = new Dialect(pair.source().version().number());
        return pair.source()
                .root()
                .with(session -> new Binlog(session, dialect).coordinates().orElseThrow());
    }

    private static long rowsOnTarget(LinkedPair pair) {
        return pair.target()
                .root()
                .query(Sql.of("counting", "SELECT COUNT(*) AS n FROM backlog.entries"))
                .get(0)
                .number("n");
    }

    private static Drain drain(Replica replica, Session session) {
        ReplicationChannel channel = ReplicationChannel.ofFlexibleServer(session);
        return new Drain(replica, replica::awaitApplied, channel::stop, channel::start);
    }

    private static void assertExact(LinkedPair pair, Session session, Drain drain) throws InterruptedException {
        for (int round = 0; round < 5; round++) {
            pair.write(100);
            assertThat(drain.await(coordinates(pair), PATIENCE)).isTrue();

            assertThat(rowsOnTarget(pair)).isEqualTo(pair.rows());
            assertThat(new Replica(session, DIALECT).status().orElseThrow().hasApplied(coordinates(pair)))
                    .isTrue();
        }
        drain.end();
        pair.write(1);
        assertThat(drain.await(coordinates(pair), PATIENCE)).isTrue();
        assertThat(rowsOnTarget(pair)).isEqualTo(pair.rows());
        drain.end();
        assertThat(new Replica(session, DIALECT).status().orElseThrow().isStopped())
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource(LabVersion.class)
    void whatItSaysIsAppliedIsThereHoweverManyThreadsApply(LabVersion version) throws InterruptedException {
        try (LinkedPair pair = LinkedPair.begin(version);
                Session session = pair.targetServer().open()) {
            pair.write(1);
            Drain drain = drain(new Replica(session, DIALECT), session);
            IntConsumer workers = number -> pair.applyWith(
                    "SET GLOBAL slave_parallel_type = 'LOGICAL_CLOCK'",
                    "SET GLOBAL slave_parallel_workers = " + number);
            for (int number : new int[] {0, 1, 4}) {
                workers.accept(number);
                assertExact(pair, session, drain);
            }
        }
    }

    private static LinkedPair followingGtids() {
        LabServer source = Lab.start(LabVersion.MYSQL_8_0, "--gtid-mode=ON", "--enforce-gtid-consistency=ON");
        LabServer target = FlexibleServerEmulation.start(LabVersion.MYSQL_8_0, Ha.GTID_ONLY);
        Secret password = new Secret("lab-Repl-1");
        source.execute(
                "CREATE USER repl@'%' IDENTIFIED WITH mysql_native_password BY '" + password.value() + "'",
                "GRANT REPLICATION SLAVE ON *.* TO repl@'%'");
        LinkedPair pair = new LinkedPair(source, target, new BinlogCoordinates("binlog.000001", 4));
        try (Session session = pair.targetServer().open()) {
            DataInReplication channel = new DataInReplication(session);
            channel.pointAt(
                    new Upstream(source.host(), source.port(), "repl", password, ""),
                    new LinkStart.AfterTransactions(GtidSet.EMPTY));
            channel.start();
        }
        return pair;
    }

    @Test
    void waitsForTransactionsWhereTheLinkFollowsThem() throws InterruptedException {
        try (LinkedPair pair = followingGtids();
                Session session = pair.targetServer().open()) {
            Replica replica = new Replica(session, DIALECT);
            Drain drain = drain(replica, session);
            pair.target()
                    .execute(
                            "STOP SLAVE SQL_THREAD", "SET GLOBAL slave_parallel_workers = 4", "START SLAVE SQL_THREAD");
            assertThat(replica.followsGtids()).isTrue();
            for (int round = 0; round < 5; round++) {
                pair.write(100);
                GtidSet written = pair.source().root().with(source -> new Binlog(source, DIALECT).executedGtids());

                assertThat(drain.await(coordinates(pair), () -> written, PATIENCE))
                        .isTrue();

                assertThat(rowsOnTarget(pair)).isEqualTo(pair.rows());
                assertThat(replica.status().orElseThrow().isHealthy()).isTrue();
            }
            GtidSet never = new GtidSet("3e11fa47-71ca-11e1-9e33-c80aa9429562:1");
            assertThat(drain.await(coordinates(pair), () -> never, Duration.ofMillis(10)))
                    .isFalse();
        }
    }

    @Test
    void givesUpWhenItsTimeIsOver() throws InterruptedException {
        try (LinkedPair pair = LinkedPair.begin(LabVersion.MYSQL_8_0);
                Session session = pair.targetServer().open()) {
            pair.write(1);
            pair.applyWith("SET GLOBAL slave_parallel_workers = 4");
            Drain drain = drain(new Replica(session, DIALECT), session);
            BinlogCoordinates now = coordinates(pair);
            BinlogCoordinates never = new BinlogCoordinates(now.file(), now.position() + 1_000_000);

            assertThat(drain.await(never, Duration.ofMillis(200))).isFalse();
            assertThat(drain.awaitLikely(now, PATIENCE)).isTrue();
            assertThat(drain.awaitLikely(never, Duration.ofMillis(50))).isFalse();
        }
    }
}
