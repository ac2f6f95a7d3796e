package io.flexmigrate.stage.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flexmigrate.engine.StageFailedException;
import io.flexmigrate.engine.StageLog;
import io.flexmigrate.engine.StageName;
import io.flexmigrate.lab.Lab;
import io.flexmigrate.lab.LabServer;
import io.flexmigrate.lab.LabVersion;
import io.flexmigrate.model.Action;
import io.flexmigrate.mysql.MySqlException;
import io.flexmigrate.mysql.MySqlServer;
import io.flexmigrate.mysql.Sql;
import io.flexmigrate.mysql.Upstream;
import io.flexmigrate.plan.Plan;
import io.flexmigrate.plan.SecretReference;
import io.flexmigrate.testing.MemoryJournal;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@SuppressWarnings("NullAway.Init") // the method before all tests sets the field
class MadeUpLoginIT {

    private static final String USER = "migrate_repl";

    private static LabServer server;

    private final MemoryJournal journal = new MemoryJournal();
    private final StageLog prepare = log(StageName.PREPARE);
    private final StageLog finish = log(StageName.FINISH);

    @BeforeAll
    static void boot() {
        server = Lab.start(LabVersion.MYSQL_8_0);
    }

    @AfterAll
    static void shutDown() {
        server.close();
    }

    @AfterEach
    void dropTheAccount() {
        server.execute("DROP USER IF EXISTS " + USER + "@'%'");
    }

    @ParameterizedTest
    @EnumSource
    void letsInWhoeverWasToldLast(LabVersion version) {
        try (LabServer source = Lab.start(version)) {
            ReplicationLogin login = login(source, source.root());
            login.create(prepare);
            Upstream first = login.upstream();
            login(source, first).open().close();

            Upstream second = login.upstream();

            assertThat(second.password()).isNotEqualTo(first.password());
            login(source, second).open().close();
            assertThatThrownBy(() -> login(source, first).open()).hasMessageContaining("1045");
            assertThat(journal.events().toString())
                    .contains(USER)
                    .doesNotContain(first.password().value())
                    .doesNotContain(second.password().value());

            login.drop(finish);
            // 8.0 takes a name that it does not know for one with its default plugin, so as not to give away which
            // there are
            String refusal = version == LabVersion.MYSQL_5_7 ? "1045" : "login plugin wants a connection with TLS";
            assertThatThrownBy(() -> login(source, second).open()).hasMessageContaining(refusal);
        }
    }

    @Test
    void takesNoAccountForOursThatIsNot() {
        server.execute("CREATE USER " + USER + "@'10.%' IDENTIFIED BY 'theirs'");
        try {
            assertThatThrownBy(() -> login().create(prepare))
                    .isInstanceOf(StageFailedException.class)
                    .hasMessageContaining(
                            "The source has an account migrate_repl already, and this run did not make it");
            assertThat(journal.events()).isEmpty();
        } finally {
            server.execute("DROP USER " + USER + "@'10.%'");
        }
    }

    @Test
    void goesOnAfterACrashBeforeOrAfterTheAccountWasMade() {
        prepare.intend(AccountSteps.CREATE, AccountSteps.details("'" + USER + "'@'%'"));
        login().create(prepare);
        assertThat(prepare.hasReached(AccountSteps.CREATE)).isTrue();

        login().create(prepare);

        assertThat(login().isMade(prepare)).isTrue();
        assertThat(accounts()).isEqualTo(1);
    }

    @Test
    void isDroppedOnceAndNotAgainWhenSomebodyTakesTheName() {
        login().create(prepare);
        finish.intend(AccountSteps.DROP, AccountSteps.details(USER));
        login().drop(finish);
        assertThat(accounts()).isZero();

        server.execute("CREATE USER " + USER + "@'%' IDENTIFIED BY 'theirs'");
        login().drop(finish);

        assertThat(accounts()).isEqualTo(1);
        assertThat(login().isMade(finish)).isFalse();
    }

    @Test
    void isMadeAndDroppedInOneStageAsOftenAsItIsTried() {
        for (int trial = 0; trial < 2; trial++) {
            login().create(prepare);
            assertThat(login().isMade(prepare)).isTrue();
            login().drop(prepare);
            assertThat(login().isMade(prepare)).isFalse();
        }
        assertThat(accounts()).isZero();
    }

    @Test
    void saysThatTheAccountIsGone() {
        assertThatThrownBy(() -> login().upstream())
                .isInstanceOf(StageFailedException.class)
                .hasMessage(
                        "The replication account migrate_repl@%, which this run made, is not on the source any more.");
    }

    @Test
    void isNotDroppedFromASourceThatRefusesWrites() {
        login().create(prepare);
        server.execute("SET GLOBAL super_read_only = ON");
        try {
            assertThatThrownBy(() -> login().drop(finish))
                    .isInstanceOf(MySqlException.class)
                    .hasMessageContaining("super-read-only");
            assertThat(login().isMade(prepare)).isTrue();
        } finally {
            server.execute("SET GLOBAL super_read_only = OFF", "SET GLOBAL read_only = OFF");
        }
    }

    @Test
    void saysInADryRunWhatItWouldDoAndDoesNothing() {
        List<Action> said = new ArrayList<>();
        ReplicationLogin login = login(server, MySqlServer.describing(server.root(), said::add));

        login.create(prepare);
        login.upstream();
        login.drop(finish);

        assertThat(said)
                .extracting(Action::text)
                .containsExactly(
                        "SET SESSION sql_log_bin = 0;",
                        "CREATE USER IF NOT EXISTS 'migrate_repl'@'%' IDENTIFIED WITH mysql_native_password BY '***' REQUIRE NONE"
                                + " PASSWORD EXPIRE NEVER;",
                        "GRANT REPLICATION SLAVE ON *.* TO 'migrate_repl'@'%';",
                        "SET SESSION sql_log_bin = 0;",
                        "ALTER USER 'migrate_repl'@'%' IDENTIFIED WITH mysql_native_password BY '***';",
                        "SET SESSION sql_log_bin = 0;",
                        "DROP USER IF EXISTS 'migrate_repl'@'%';");
        assertThat(accounts()).isZero();
    }

    private static long accounts() {
        return server.root()
                .query(Sql.of("counting", "SELECT COUNT(*) AS n FROM mysql.user WHERE user = ?", USER))
                .get(0)
                .number("n");
    }

    private StageLog log(StageName stage) {
        return new StageLog(stage, journal, InstantSource.system());
    }

    private static ReplicationLogin login() {
        return login(server, server.root());
    }

    private static ReplicationLogin login(LabServer source, MySqlServer seen) {
        return new MadeUpLogin(
                new Plan.Replication(
                        source.host(), source.port(), USER, new SecretReference.MadeUp(), Optional.empty(), true),
                seen);
    }

    private static MySqlServer login(LabServer source, Upstream upstream) {
        return MySqlServer.connecting(source.settings("source", upstream.user(), upstream.password(), "DISABLED"));
    }
}
