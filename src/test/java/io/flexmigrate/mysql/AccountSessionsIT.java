package io.flexmigrate.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flexmigrate.lab.Background;
import io.flexmigrate.lab.Lab;
import io.flexmigrate.lab.LabServer;
import io.flexmigrate.lab.LabVersion;
import io.flexmigrate.model.AccountName;
import io.flexmigrate.model.Secret;
import io.flexmigrate.mysql.Clients.Client;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Pools of the accounts {@code app} and {@code other}; each of their sessions is at a statement. */
class AccountSessionsIT {

    private static final Map<LabVersion, LabServer> SERVERS = new EnumMap<>(LabVersion.class);
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Set<AccountName> APP = Set.of(new AccountName("app", "%"));
    private static final Sql THEN = Sql.of("asking along", "SELECT @door AS door");
    private static final Sql DOOR = Sql.of("closing a door", "SET @door = 'closed'");
    private static final int POOL = 30;

    @BeforeAll
    static void start() {
        for (LabVersion version : List.of(LabVersion.MYSQL_5_7, LabVersion.MYSQL_8_0)) {
            LabServer server = Lab.start(version);
            SERVERS.put(version, server);
            server.execute(
                    "CREATE USER app@'%' IDENTIFIED BY 'lab-app'",
                    "CREATE USER other@'%' IDENTIFIED BY 'lab-app'",
                    "CREATE USER powerless@'%' IDENTIFIED BY 'lab-app'",
                    "GRANT SELECT ON mysql.* TO powerless@'%'",
                    "GRANT PROCESS ON *.* TO powerless@'%'");
        }
    }

    @AfterAll
    static void stop() {
        SERVERS.values().forEach(LabServer::close);
    }

    @ParameterizedTest
    @EnumSource(names = {"MYSQL_5_7", "MYSQL_8_0"})
    void endsAPoolInOneRequestAndNobodyElse(LabVersion version) throws InterruptedException {
        LabServer server = server(version);
        try (Counting session = new Counting(server.root().open());
                Background other = Background.run(as("other", server), "DO SLEEP(30)")) {
            AccountSessions sessions = new AccountSessions(session, APP, false);
            List<Background> pool = pool(server);
            try {
                List<Row> answer = sessions.end(List.of(DOOR), THEN);

                assertThat(answer)
                        .singleElement()
                        .satisfies(row -> assertThat(row.text("door")).isEqualTo("closed"));
                for (Background client : pool) {
                    assertThat(client.refusalWithin(LONG)).isNotEmpty();
                }
                assertThat(other.endsWithin(Duration.ofMillis(100))).isFalse();
                assertThat(session.withKills).isEqualTo(1);
            } finally {
                pool.forEach(Background::close);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"MYSQL_5_7", "MYSQL_8_0"})
    void endsTheOthersWhenOneIsGoneAlready(LabVersion version) throws InterruptedException {
        LabServer server = server(version);
        List<Background> pool = pool(server);
        try (Counting session = new Counting(server.root().open())) {
            AccountSessions sessions = new AccountSessions(session, APP, false);
            // the first of the list, so that the server would come to none of the others
            session.beforeKill = () -> {
                Client first = sessionsOf("app", server).get(0);
                server.root().with(admin -> {
                    new Clients(admin).end(first);
                    return first;
                });
                awaitGone(first, server);
            };

            sessions.end(List.of(), THEN);

            for (Background client : pool) {
                assertThat(client.refusalWithin(LONG)).isNotEmpty();
            }
            assertThat(session.withKills).isEqualTo(2);
        } finally {
            pool.forEach(Background::close);
        }
    }

    @Test
    void isNotMisledByAProcedureThatAnswersWithRows() throws InterruptedException {
        LabServer server = server(LabVersion.MYSQL_8_0);
        server.execute(
                "CREATE PROCEDURE mysql.az_kill(IN id BIGINT) BEGIN SELECT 'killed' AS message; KILL CONNECTION id; END");
        List<Background> pool = pool(server);
        try (Session session = server.root().open()) {
            List<Row> answer = new AccountSessions(session, APP, true).end(List.of(DOOR), THEN);

            assertThat(answer)
                    .singleElement()
                    .satisfies(row -> assertThat(row.text("door")).isEqualTo("closed"));
            for (Background client : pool) {
                assertThat(client.refusalWithin(LONG)).isNotEmpty();
            }
        } finally {
            pool.forEach(Background::close);
            server.execute("DROP PROCEDURE mysql.az_kill");
        }
    }

    @Test
    void triesTheOtherWayWhereAProviderHasNoProcedure() throws InterruptedException {
        LabServer server = server(LabVersion.MYSQL_8_0);
        List<Background> pool = pool(server);
        try (Session session = server.root().open()) {
            new AccountSessions(session, APP, true).end(List.of(), THEN);

            for (Background client : pool) {
                assertThat(client.refusalWithin(LONG)).isNotEmpty();
            }
        } finally {
            pool.forEach(Background::close);
        }
    }

    @Test
    void saysWhatTheServerSaysWhenNeitherWayIsOpen() throws InterruptedException {
        LabServer server = server(LabVersion.MYSQL_8_0);
        try (Background client = Background.run(as("app", server), "DO SLEEP(30)");
                Session session = as("powerless", server).open()) {
            AccountSessions sessions = new AccountSessions(session, APP, false);

            assertThatThrownBy(() -> sessions.end(List.of(), THEN))
                    .isInstanceOf(MySqlException.class)
                    .hasMessageContaining("ending session")
                    .hasMessageContaining("az_kill");
            assertThat(client.endsWithin(Duration.ofMillis(100))).isFalse();
        }
    }

    @Test
    void aSessionTakesOneStatementUnlessItWasAllowedSeveral() {
        Sql one = Sql.of("a", "SELECT 1 AS n");
        Sql two = Sql.of("b", "SELECT 2 AS n");
        Sql wrong = Sql.of("c", "SELECT nothing");
        try (Session session = server(LabVersion.MYSQL_8_0).root().open()) {
            assertThatThrownBy(() -> session.answers(List.of(DOOR), List.of(one), LONG))
                    .hasMessageContaining("syntax");

            session.allowSeveral();

            assertThat(session.answers(List.of(DOOR, two), List.of(one, THEN), LONG))
                    .satisfiesExactly(
                            rows -> assertThat(rows.get(0).number("n")).isEqualTo(1),
                            rows -> assertThat(rows.get(0).text("door")).isEqualTo("closed"));
            assertThat(session.answers(List.of(DOOR), List.of(), LONG)).isEmpty();
            assertThatThrownBy(() -> session.answers(List.of(DOOR), List.of(one, wrong), LONG))
                    .hasMessageContaining("closing a door, a, c failed")
                    .hasMessageContaining("nothing");
        }
    }

    private static LabServer server(LabVersion version) {
        return Objects.requireNonNull(SERVERS.get(version));
    }

    private static List<Background> pool(LabServer server) {
        List<Background> pool = new ArrayList<>();
        for (int i = 0; i < POOL; i++) {
            pool.add(Background.run(as("app", server), "DO SLEEP(30)"));
        }
        return pool;
    }

    private static List<Client> sessionsOf(String user, LabServer server) {
        return server.root()
                .with(session -> new Clients(session)
                        .others().stream()
                                .filter(client -> client.user().equals(user))
                                .toList());
    }

    private static void awaitGone(Client client, LabServer server) {
        while (sessionsOf(client.user(), server).stream().anyMatch(left -> left.id() == client.id())) {
            Thread.onSpinWait();
        }
    }

    private static MySqlServer as(String user, LabServer server) {
        return MySqlServer.connecting(server.settings("source", user, new Secret("lab-app")));
    }

    /** Counts the requests that end sessions, and does something before the first. */
    private static final class Counting implements Session {

        private final Session session;
        private Runnable beforeKill = () -> {};
        private int withKills;

        Counting(Session session) {
            this.session = session;
        }

        @Override
        public List<List<Row>> answers(List<Sql> changes, List<Sql> questions, Duration timeout) {
            if (changes.stream().anyMatch(change -> change.text().startsWith("KILL "))) {
                withKills++;
                beforeKill.run();
                beforeKill = () -> {};
            }
            return session.answers(changes, questions, timeout);
        }

        @Override
        public void allowSeveral() {
            session.allowSeveral();
        }

        @Override
        public List<Row> query(Sql sql) {
            return session.query(sql);
        }

        @Override
        public void execute(Sql sql) {
            session.execute(sql);
        }

        @Override
        public void execute(Sql sql, Duration timeout) {
            session.execute(sql, timeout);
        }

        @Override
        public List<Row> await(Sql sql, Duration timeout) {
            return session.await(sql, timeout);
        }

        @Override
        public boolean isAlive(Duration timeout) {
            return session.isAlive(timeout);
        }

        @Override
        public void endureSilence(Duration longest) {
            session.endureSilence(longest);
        }

        @Override
        public void close() {
            session.close();
        }
    }
}
