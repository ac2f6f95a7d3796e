package io.flexmigrate.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flexmigrate.lab.Lab;
import io.flexmigrate.lab.LabServer;
import io.flexmigrate.lab.LabVersion;
import io.flexmigrate.model.AccountName;
import io.flexmigrate.model.BinlogCoordinates;
import io.flexmigrate.model.Secret;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OwnAccountIT {

    private static final AccountName NAME = new AccountName("migrate'repl", "%");
    private static final Secret FIRST = new Secret("First-password.23+");
    private static final Secret SECOND = new Secret("Second-password.23+");

    @ParameterizedTest
    @EnumSource
    void isMadeRenewedAndDroppedWithoutATraceInTheBinlog(LabVersion version) {
        try (LabServer server = Lab.start(version);
                Session session = server.root().open()) {
            BinlogCoordinates before = position(session, version);
            OwnAccount account = account(session, version);

            assertThat(account.isTaken()).isFalse();
            account.create(FIRST);
            account.create(FIRST);
            assertThat(account.isTaken()).isTrue();
            assertThat(ReplicationAccount.read(session, NAME.user()))
                    .containsExactly(new ReplicationAccount(
                            NAME.user(),
                            "%",
                            version.speaksTls() ? "caching_sha2_password" : "mysql_native_password",
                            version.speaksTls(),
                            true));
            assertThat(grants(session))
                    .startsWith("GRANT REPLICATION SLAVE ON *.* TO ")
                    .doesNotContain(",");
            login(server, FIRST).open().close();

            account.renew(SECOND);
            login(server, SECOND).open().close();
            assertThatThrownBy(() -> login(server, FIRST).open()).hasMessageContaining("1045");

            account.drop();
            account.drop();
            assertThat(account.isTaken()).isFalse();
            assertThatThrownBy(() -> account.renew(FIRST)).isInstanceOfSatisfying(MySqlException.class, failure -> {
                assertThat(failure.errorNumber()).isEqualTo(1396);
                assertThat(failure).hasMessageNotContaining(FIRST.value());
            });
            assertThat(position(session, version)).isEqualTo(before);
        }
    }

    @ParameterizedTest
    @EnumSource
    void isHarmlessWhereTheBinlogCannotBeAvoided(LabVersion version) {
        try (LabServer server = Lab.start(version)) {
            server.execute(
                    "CREATE USER maker@'%' IDENTIFIED WITH mysql_native_password BY 'x'",
                    "GRANT CREATE USER, REPLICATION SLAVE, REPLICATION CLIENT, SELECT ON *.* TO maker@'%' WITH GRANT OPTION");
            try (Session session = MySqlServer.connecting(server.settings("source", "maker", new Secret("x")))
                    .open()) {
                OwnAccount account = account(session, version);
                BinlogCoordinates before = position(session, version);

                account.create(FIRST);
                account.renew(SECOND);
                account.drop();
                account.renew(FIRST);

                assertThat(account.isTaken()).isFalse();
                assertThat(position(session, version)).isNotEqualTo(before);
            }
        }
    }

    private static OwnAccount account(Session session, LabVersion version) {
        return new OwnAccount(session, new Dialect(version.number()), NAME, version.speaksTls());
    }

    private static BinlogCoordinates position(Session session, LabVersion version) {
        return new Binlog(session, new Dialect(version.number())).coordinates().orElseThrow();
    }

    private static String grants(Session session) {
        return session.query(Sql.of("reading grants", "SHOW GRANTS FOR " + NAME.quoted()))
                .get(0)
                .only();
    }

    private static MySqlServer login(LabServer server, Secret password) {
        return MySqlServer.connecting(new ConnectionSettings(
                "source",
                server.host(),
                server.port(),
                NAME.user(),
                password,
                server.version().speaksTls() ? "REQUIRED" : "DISABLED",
                Optional.empty()));
    }
}
