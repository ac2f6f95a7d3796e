package io.flexmigrate.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.engine.Event;
import io.flexmigrate.journal.FileJournal;
import io.flexmigrate.journal.RunDirectory;
import io.flexmigrate.lab.LabServer;
import io.flexmigrate.lab.TrafficReport;
import io.flexmigrate.lab.TrafficTables;
import io.flexmigrate.mysql.Row;
import io.flexmigrate.mysql.Sql;
import java.util.List;
import java.util.stream.Collectors;

/** What must hold at the end of a migration of two banks, whatever was done to it on the way. */
record SoundEnd(Scenario scenario) {

    static final TrafficTables PEOPLE = new TrafficTables("crm");

    static SoundEnd of(Scenario scenario) {
        return new SoundEnd(scenario);
    }

    /**
     * Fails where something does not hold.
     *
     * @param money what the clients of the one bank were told
     * @param people what those of the other were told
     */
    void require(TrafficReport money, TrafficReport people) {
        requireExact(money);
        requireExact(people);
        assertThat(TrafficTables.TOTAL)
                .isEqualTo(Scenario.BANK.total(scenario.target.root()))
                .isEqualTo(PEOPLE.total(scenario.target.root()));
        assertThat(checksums(scenario.target)).isEqualTo(checksums(scenario.source));
        requireNothingLeft();
        requireInOrderOfTime();
    }

    /** All that was acknowledged is on the target, and nothing else is. */
    private void requireExact(TrafficReport report) {
        assertThat(report.acknowledged()).hasSizeGreaterThan(10);
        assertThat(report.missingOn(scenario.target.root())).isEmpty();
        assertThat(report.strangersOn(scenario.target.root())).isEmpty();
    }

    private List<String> checksums(LabServer server) {
        String tables = scenario
                .source
                .root()
                .query(Sql.of(
                        "listing tables",
                        "SELECT CONCAT(TABLE_SCHEMA, '.', TABLE_NAME) AS name FROM information_schema.TABLES"
                                + " WHERE TABLE_SCHEMA IN ('bank', 'crm') AND TABLE_TYPE = 'BASE TABLE' ORDER BY 1"))
                .stream()
                .map(row -> row.text("name"))
                .collect(Collectors.joining(", "));
        return server.root().query(Sql.of("comparing tables", "CHECKSUM TABLE " + tables)).stream()
                .map(Row::toString)
                .toList();
    }

    private void requireNothingLeft() {
        Leftovers.assertNone(scenario);
        for (LabServer server : List.of(scenario.source, scenario.target)) {
            assertThat(number(server, "information_schema.EVENTS WHERE EVENT_NAME LIKE 'migrate\\_%'"))
                    .as("guards")
                    .isZero();
            assertThat(number(server, "information_schema.SCHEMATA WHERE SCHEMA_NAME LIKE 'migrate\\_%'"))
                    .as("heartbeats")
                    .isZero();
            assertThat(Replication.of(server).isLinked()).isFalse();
            assertThat(number(server, "(SELECT 1) one WHERE @@GLOBAL.read_only"))
                    .isZero();
        }
        String locked = "mysql.user WHERE account_locked = 'Y' AND user IN ('teller', 'clerk')";
        assertThat(number(scenario.source, locked)).isEqualTo(2);
        assertThat(number(scenario.target, locked)).isZero();
    }

    private static long number(LabServer server, String rows) {
        return server.root()
                .query(Sql.of("counting", "SELECT COUNT(*) AS n FROM " + rows))
                .get(0)
                .number("n");
    }

    /** What took how long can be read from the journal, whatever was done to clocks. */
    private void requireInOrderOfTime() {
        assertThat(FileJournal.read(new RunDirectory(scenario.workDirectory())).events())
                .extracting(Event::at)
                .isSorted();
    }
}
