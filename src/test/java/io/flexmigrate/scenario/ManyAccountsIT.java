package io.flexmigrate.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.engine.Event;
import io.flexmigrate.engine.StageName;
import io.flexmigrate.journal.FileJournal;
import io.flexmigrate.journal.RunDirectory;
import io.flexmigrate.lab.LabServer;
import io.flexmigrate.lab.LabVersion;
import io.flexmigrate.mysql.Sql;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server with thousands of accounts. */
class ManyAccountsIT {

    private static final int ACCOUNTS = 5_000;
    private static final int AT_ONCE = 250;
    private static final int WITH_SALT = 1_000;

    @Test
    void copiesAndOpensFiveThousandAccounts(@TempDir Path directory) throws InterruptedException {
        try (Scenario scenario = Scenario.begin(LabVersion.MYSQL_8_0, directory)) {
            Scenario.BANK.create(scenario.source.root());
            scenario.source.execute(accounts());
            try (Program run = scenario.migrate(
                    "run", scenario.plan("approval: automatic\nbudget: 10s", "accounts: { copy: true }"))) {
                run.endsWith(0);
            }

            assertThat(count(scenario.target, "account_locked = 'N'")).isEqualTo(ACCOUNTS);
            assertThat(hashes(scenario.target)).isEqualTo(hashes(scenario.source));
            Duration copied = between(scenario, StageName.ACCOUNTS, Event.Started.class, Event.Confirmed.class);
            Duration opened = between(scenario, StageName.CUT_OVER, Event.Intended.class, Event.Reached.class);
            System.out.println("5,000 accounts: copied in " + copied + ", opened in " + opened);
            assertThat(copied).isLessThan(Duration.ofMinutes(3));
            assertThat(opened).isLessThan(Duration.ofSeconds(5));
        }
    }

    private static List<String> accounts() {
        List<String> statements = new ArrayList<>();
        for (int first = 0; first < ACCOUNTS; first += AT_ONCE) {
            List<String> names = IntStream.range(first, first + AT_ONCE)
                    .mapToObj(number -> "many" + number + "@'%'")
                    .toList();
            // because the salt of this one is any seven bits, and may hold what has a meaning in a text
            String plugin = first < WITH_SALT ? "caching_sha2_password" : "mysql_native_password";
            statements.add("CREATE USER "
                    + names.stream()
                            .map(name -> name + " IDENTIFIED WITH " + plugin + " BY 'many-1'")
                            .collect(Collectors.joining(", ")));
            statements.add("GRANT SELECT, INSERT ON bank.* TO " + String.join(", ", names));
        }
        return statements;
    }

    private static String hashes(LabServer server) {
        return server
                .root()
                .query(Sql.of(
                        "reading all hashes",
                        "SELECT User, HEX(authentication_string) AS hash FROM mysql.user WHERE User LIKE 'many%' ORDER BY"
                                + " User"))
                .stream()
                .map(row -> row.text("User") + row.text("hash"))
                .collect(Collectors.joining("\n"));
    }

    private static long count(LabServer server, String condition) {
        return server.root()
                .query(Sql.of(
                        "counting accounts",
                        "SELECT COUNT(*) AS n FROM mysql.user WHERE User LIKE 'many%' AND " + condition))
                .get(0)
                .number("n");
    }

    /** From the first event of a kind to the last of another; of the cut-over those about the accounts. */
    private static Duration between(
            Scenario scenario, StageName stage, Class<? extends Event> from, Class<? extends Event> to) {
        List<Event> events = FileJournal.read(new RunDirectory(scenario.workDirectory())).events().stream()
                .filter(event -> event.stage() == stage)
                .filter(event -> stage != StageName.CUT_OVER || event.toString().contains("unlock-accounts"))
                .toList();
        Event first = events.stream().filter(from::isInstance).findFirst().orElseThrow();
        Event last = events.stream()
                .filter(to::isInstance)
                .reduce((earlier, later) -> later)
                .orElseThrow();
        return Duration.between(first.at(), last.at());
    }
}
