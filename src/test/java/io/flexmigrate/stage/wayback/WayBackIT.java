package io.flexmigrate.stage.wayback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.flexmigrate.engine.StageFailedException;
import io.flexmigrate.engine.StageLog;
import io.flexmigrate.lab.Lab;
import io.flexmigrate.lab.LabServer;
import io.flexmigrate.lab.LabVersion;
import io.flexmigrate.lab.Traffic;
import io.flexmigrate.lab.TrafficSettings;
import io.flexmigrate.lab.TrafficTables;
import io.flexmigrate.model.Action;
import io.flexmigrate.model.BinlogCoordinates;
import io.flexmigrate.model.ReplicaStatus;
import io.flexmigrate.mysql.Binlog;
import io.flexmigrate.mysql.Dialect;
import io.flexmigrate.mysql.MySqlServer;
import io.flexmigrate.mysql.Sql;
import io.flexmigrate.testing.Crash;
import io.flexmigrate.testing.MemoryJournal;
import io.flexmigrate.time.Poll;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@SuppressWarnings("NullAway.Init") // the method before all tests sets the field
class WayBackIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String ACCOUNTS = "SELECT user FROM mysql.user WHERE user = 'migrate_way_back'";
    private static final String HEARTBEATS =
            "SELECT SCHEMA_NAME FROM information_schema.SCHEMATA WHERE SCHEMA_NAME LIKE 'migrate\\_heartbeat%'";

    private static BackPair pair;

    private final MemoryJournal journal = new MemoryJournal();

    @BeforeAll
    static void boot() {
        pair = BackPair.begin(LabVersion.MYSQL_8_0, "required");
    }

    @AfterAll
    static void shutDown() {
        pair.close();
    }

    @AfterEach
    void takeAway() {
        pair.wayBack().remove(BackPair.log(journal));
    }

    private static Traffic traffic(LabServer server, String database) {
        return Traffic.start(new TrafficSettings(server.settings("app", "root", Lab.ROOT_PASSWORD), database, 2, 100));
    }

    private static String checksums(LabServer server, String database) {
        return answer(
                server,
                "CHECKSUM TABLE " + database + ".account, " + database + ".transfer, " + database + ".purchase");
    }

    private static String answer(LabServer server, String query) {
        return server.root().query(Sql.of("comparing", query)).toString();
    }

    private void awaitBothWays() {
        assertThat(pair.wayBack().awaitApplied(pair.coordinates(pair.target()), PATIENCE))
                .as(() -> pair.wayBack().status().toString())
                .isTrue();
        BinlogCoordinates ofSource = pair.coordinates(pair.source());
        await().atMost(PATIENCE)
                .until(() -> BackPair.column(
                                pair.target(),
                                "SELECT MASTER_POS_WAIT('" + ofSource.file() + "', " + ofSource.position() + ", 1)")
                        .stream()
                        .noneMatch(events -> events.equals("-1")));
    }

    @Test
    void bringsBackWhatClientsWriteOnTheTargetWhileOthersGoForward() throws InterruptedException {
        new TrafficTables("moved").create(pair.source().root());
        new TrafficTables("stays").create(pair.source().root());
        pair.create("before_it");

        WayBackProof proof = pair.wayBack().ready(List.of("moved"), BackPair.log(journal));

        assertThat(proof.stands()).isTrue();
        assertThat(proof.back()).isPositive();
        assertThat(proof.forward()).isPositive();
        try (Traffic moved = traffic(pair.target(), "moved");
                Traffic stays = traffic(pair.source(), "stays")) {
            await().atMost(PATIENCE)
                    .until(() -> moved.report().acknowledged().size() > 100
                            && stays.report().acknowledged().size() > 100);
        }
        awaitBothWays();
        for (String database : List.of("moved", "stays")) {
            assertThat(checksums(pair.source(), database)).isEqualTo(checksums(pair.target(), database));
        }
        awaitBothWays();
        BinlogCoordinates source = pair.coordinates(pair.source());
        BinlogCoordinates target = pair.coordinates(pair.target());
        await().during(Duration.ofSeconds(1))
                .atMost(PATIENCE)
                .until(() -> pair.coordinates(pair.source()).equals(source)
                        && pair.coordinates(pair.target()).equals(target));
        assertThat(pair.wayBack().status()).map(ReplicaStatus::isHealthy).contains(true);
        assertThat(BackPair.column(pair.source(), HEARTBEATS)).isEmpty();
        assertThat(BackPair.column(pair.target(), HEARTBEATS)).isEmpty();
    }

    @Test
    void leavesTheAccountsOfTheSourceAlone() throws InterruptedException {
        pair.create("shop");
        pair.source()
                .execute(
                        "SET sql_log_bin = 0",
                        "CREATE USER buyer@'%' IDENTIFIED BY 'one' ACCOUNT LOCK",
                        "CREATE USER seller@'%' IDENTIFIED BY 'one'");
        pair.target()
                .execute(
                        "CREATE USER buyer@'%' IDENTIFIED BY 'one' ACCOUNT LOCK",
                        "CREATE USER seller@'%' IDENTIFIED BY 'one'");
        pair.wayBack().ready(List.of("shop"), BackPair.log(journal));

        pair.target()
                .execute(
                        "USE shop",
                        "ALTER USER buyer@'%' ACCOUNT UNLOCK",
                        "SET PASSWORD FOR buyer@'%' = 'two'",
                        "CREATE USER other@'%'",
                        "CREATE ROLE readers",
                        "GRANT SELECT ON shop.* TO readers",
                        "GRANT readers TO buyer@'%'",
                        "RENAME USER seller@'%' TO vendor@'%'",
                        "DROP USER vendor@'%'",
                        "CREATE DATABASE elsewhere",
                        "CREATE TABLE elsewhere.t (id INT)",
                        "INSERT INTO elsewhere.t VALUES (1)",
                        "INSERT INTO shop.t VALUES (1, 'ø')");
        assertThat(pair.wayBack().awaitApplied(pair.coordinates(pair.target()), PATIENCE))
                .as(() -> pair.wayBack().status().toString())
                .isTrue();

        assertThat(BackPair.column(pair.source(), "SELECT words FROM shop.t")).containsExactly("ø");
        assertThat(BackPair.column(
                        pair.source(),
                        "SELECT CONCAT(user, account_locked) FROM mysql.user"
                                + " WHERE user IN ('buyer', 'seller', 'vendor', 'other', 'readers') ORDER BY user"))
                .containsExactly("buyerY", "sellerN");
        assertThat(BackPair.column(pair.source(), "SHOW DATABASES LIKE 'elsewhere'"))
                .isEmpty();
    }

    @Test
    void writesThroughTheFenceAndTakesFurtherGroups() throws InterruptedException {
        pair.create("first");
        pair.create("second");
        pair.wayBack().ready(List.of("first"), BackPair.log(journal));
        pair.wayBack().ready(List.of("second"), BackPair.log(journal));
        pair.source().execute("SET GLOBAL super_read_only = ON");
        BinlogCoordinates closed = pair.coordinates(pair.source());
        try {
            pair.target().execute("INSERT INTO first.t VALUES (1, 'a')", "INSERT INTO second.t VALUES (1, 'b')");
            assertThat(pair.wayBack().awaitApplied(pair.coordinates(pair.target()), PATIENCE))
                    .isTrue();
            assertThat(BackPair.column(pair.source(), "SELECT words FROM first.t UNION ALL SELECT words FROM second.t"))
                    .containsExactly("a", "b");
            Set<Long> others = WayBack.serverIds(BackPair.log(journal));
            assertThat(changes(closed, Set.of())).isNotEmpty();
            assertThat(changes(closed, others)).isEmpty();

            pair.wayBack().remove(BackPair.log(journal));

            assertThat(pair.wayBack().status()).isEmpty();
        } finally {
            pair.source().execute("SET GLOBAL super_read_only = OFF", "SET GLOBAL read_only = OFF");
        }
        assertThat(BackPair.column(pair.target(), ACCOUNTS)).isEmpty();
    }

    private static List<String> changes(BinlogCoordinates since, Set<Long> others) {
        Dialect dialect = new Dialect(LabVersion.MYSQL_8_0.number());
        return pair.source().root().with(session -> new Binlog(session, dialect).changesSince(since, others));
    }

    @Test
    void saysInADryRunWhatItWouldDoAndDoesNothing() throws InterruptedException {
        List<String> said = new ArrayList<>();
        Consumer<Action> sink = action -> said.add(action.text());
        WayBack dry = new WayBack(
                pair.plan("required"),
                MySqlServer.describing(pair.source().root(), sink),
                MySqlServer.describing(pair.target().root(), sink),
                Poll.describing(said::add));

        dry.ready(List.of("shop_a"), BackPair.log(new MemoryJournal()));

        assertThat(said)
                .anyMatch(line -> line.startsWith("CREATE USER IF NOT EXISTS 'migrate_way_back'@'%'"))
                .anyMatch(line -> line.startsWith("CHANGE MASTER TO") && line.contains("MASTER_PASSWORD='***'"))
                .anyMatch(line -> line.contains("REPLICATE_WILD_DO_TABLE = ('shop\\\\_a.%'"))
                .contains("START SLAVE FOR CHANNEL 'migrate_way_back';")
                .anyMatch(line -> line.startsWith("wait until the heartbeat row 1 came from the target to the source"));
        assertThat(pair.wayBack().status()).isEmpty();
        assertThat(BackPair.column(pair.target(), ACCOUNTS)).isEmpty();
    }

    /** Odd events are intents: it dies after writing them; even ones are outcomes: it dies before. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void goesOnWhereverItDied(int step) throws InterruptedException {
        pair.source().execute("CREATE DATABASE IF NOT EXISTS crashed");
        StageLog log = BackPair.log(step % 2 == 1 ? journal.crashAfter(step) : journal.crashBefore(step));
        assertThatThrownBy(() -> {
                    pair.wayBack().ready(List.of("crashed"), log);
                    pair.wayBack().remove(log);
                })
                .isInstanceOf(Crash.class);

        if (step <= 10) {
            assertThat(pair.wayBack().ready(List.of("crashed"), log).stands()).isTrue();
        }

        assertThat(BackPair.column(pair.target(), HEARTBEATS)).isEmpty();
        pair.wayBack().remove(log);
        assertThat(pair.wayBack().status()).isEmpty();
        assertThat(BackPair.column(pair.target(), ACCOUNTS)).isEmpty();
        assertThat(BackPair.column(pair.source(), HEARTBEATS)).isEmpty();
    }

    @Test
    void saysWhatIsWrongWithIt() throws InterruptedException {
        pair.create("watched");
        assertThat(pair.wayBack().complaints()).isEmpty();
        pair.wayBack().ready(List.of("watched"), BackPair.log(journal));
        assertThat(pair.wayBack().complaints()).isEmpty();

        pair.source()
                .execute(
                        "STOP SLAVE SQL_THREAD FOR CHANNEL 'migrate_way_back'",
                        "CHANGE REPLICATION FILTER REPLICATE_WILD_DO_TABLE = () FOR CHANNEL 'migrate_way_back'");

        assertThat(pair.wayBack().complaints())
                .satisfiesExactly(
                        stopped -> assertThat(stopped).contains("does not run", "its applier No"),
                        open -> assertThat(open).contains("lost its filter", "STOP SLAVE FOR CHANNEL"));
    }

    @Test
    void touchesNoChannelThatIsNotOurs() {
        pair.source().execute("CHANGE MASTER TO MASTER_HOST='nowhere.example' FOR CHANNEL 'migrate_way_back'");
        try {
            assertThatThrownBy(() -> pair.wayBack().ready(List.of("shop"), BackPair.log(journal)))
                    .isInstanceOf(StageFailedException.class)
                    .hasMessageContaining("replicates from nowhere.example:3306 already");
        } finally {
            pair.source().execute("RESET SLAVE ALL FOR CHANNEL 'migrate_way_back'");
        }
    }
}
