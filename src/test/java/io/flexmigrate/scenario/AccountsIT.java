package io.flexmigrate.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.flexmigrate.lab.LabServer;
import io.flexmigrate.lab.LabVersion;
import io.flexmigrate.model.AccountName;
import io.flexmigrate.model.Secret;
import io.flexmigrate.mysql.MySqlException;
import io.flexmigrate.mysql.MySqlServer;
import io.flexmigrate.mysql.Sql;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Accounts that move with the data. */
class AccountsIT {

    /** ER_ACCOUNT_HAS_BEEN_LOCKED. */
    private static final int LOCKED = 3118;

    private static final Pattern NOT_COPIED =
            Pattern.compile(".*\\|'?(root|mysql\\.\\w+|migrate|repl|flexadmin|home)'?[|@].*");

    /** What nobody can grant on the target. */
    private static final Pattern LOST = Pattern.compile(
            "server\\|.*\\|(SUPER|FILE|SHUTDOWN|CREATE TABLESPACE|CREATE ROLE|DROP ROLE|[A-Z]+_[A-Z_]+)\\|.*"
                    + "|database\\|'narrow'@'1%'\\|mysql\\|.*");

    private static final Set<String> KEPT =
            Set.of("XA_RECOVER_ADMIN", "ROLE_ADMIN", "SESSION_VARIABLES_ADMIN", "REPLICATION_APPLIER");

    @ParameterizedTest
    @EnumSource(LabVersion.class)
    void staysLockedUntilTheFlipAndIsThenWhatItWas(LabVersion version, @TempDir Path directory)
            throws InterruptedException, IOException {
        try (Scenario scenario = Scenario.begin(version, directory)) {
            Scenario.BANK.create(scenario.source.root());
            HostileAccounts.install(scenario.source);
            Path plan = scenario.plan("approval: manual\nbudget: 10s", "accounts: { copy: true }");
            run(scenario, "run", plan);

            assertThat(scenario.journalHas("home@localhost: the account")).isTrue();
            assertThat(scenario.journalHas("wide@%: SUPER on *.*")).isTrue();
            assertThat(scenario.journalHas("narrow@1%: SELECT on `mysql`.*")).isTrue();
            assertThat(scenario.journalHas("The target refused")).isFalse();
            assertThat(copied(scenario.source, version)).hasSizeGreaterThan(30);
            HostileAccounts.logins().forEach((name, password) -> {
                assertThat(opens(scenario.source, name, password))
                        .as("source " + name)
                        .isZero();
                assertThat(opens(scenario.target, name, password))
                        .as("target " + name)
                        .isEqualTo(LOCKED);
            });

            scenario.source.execute(
                    "ALTER USER narrow@'1%' IDENTIFIED WITH mysql_native_password BY 'narrow-2'",
                    "REVOKE INSERT ON shop_a.plain FROM narrow@'1%'",
                    "GRANT DELETE ON shop_a.plain TO narrow@'1%'",
                    "ALTER USER noword@'1%' ACCOUNT LOCK",
                    "DROP USER expired@'1%'",
                    "CREATE USER late@'1%' IDENTIFIED WITH mysql_native_password BY 'late-1'");
            List<String> before = copied(scenario.source, version);
            run(scenario, "cutover", plan);

            assertThat(copied(scenario.target, version)).containsExactlyElementsOf(before);
            HostileAccounts.logins().forEach((name, password) -> {
                int expected =
                        name.user().equals("noword") ? LOCKED : name.user().equals("narrow") ? 1045 : 0;
                assertThat(opens(scenario.target, name, password))
                        .as("target " + name)
                        .isEqualTo(expected);
            });
            assertThat(opens(scenario.target, new AccountName("narrow", "1%"), new Secret("narrow-2")))
                    .isZero();
            assertThat(opens(scenario.target, new AccountName("late", "1%"), new Secret("late-1")))
                    .isZero();
            assertThat(answer(scenario, "it's", "SELECT * FROM shop_a.plain")).isZero();
            assertThat(answer(scenario, "it's", "DELETE FROM shop_a.plain")).isEqualTo(1142);
            tellsNoHash(scenario);
        }
    }

    private static void tellsNoHash(Scenario scenario) throws IOException {
        String hash = scenario.source
                .root()
                .query(Sql.of("reading a hash", "SELECT authentication_string AS h FROM mysql.user WHERE User = 'app'"))
                .get(0)
                .text("h");
        assertThat(hash).hasSize(41);
        try (var files = Files.walk(scenario.directory)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readAllBytes(file))
                        .as(file.toString())
                        .satisfies(bytes -> assertThat(new String(bytes, StandardCharsets.ISO_8859_1))
                                .doesNotContain(hash));
            }
        }
    }

    private static List<String> copied(LabServer server, LabVersion version) {
        return GrantListing.of(server, version).stream()
                .filter(line -> !NOT_COPIED.matcher(line).matches())
                .filter(line -> !LOST.matcher(line).matches() || KEPT.stream().anyMatch(line::contains))
                .toList();
    }

    /** The number of the error that a login meets; 0: none. */
    private static int opens(LabServer server, AccountName name, Secret password) {
        return error(MySqlServer.connecting(server.settings("lab", name.user(), password)), "SELECT 1");
    }

    private static int answer(Scenario scenario, String user, String statement) {
        return error(
                MySqlServer.connecting(scenario.target.settings("lab", user, HostileAccounts.PASSWORD)), statement);
    }

    private static int error(MySqlServer server, String statement) {
        MySqlException refused =
                catchThrowableOfType(MySqlException.class, () -> server.execute(Sql.of("trying", statement)));
        return refused == null ? 0 : refused.errorNumber();
    }

    private static void run(Scenario scenario, String verb, Path plan) throws InterruptedException {
        try (Program program = scenario.migrate(verb, plan)) {
            program.endsWith(0);
        }
    }
}
