package io.flexmigrate.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.lab.Traffic;
import io.flexmigrate.lab.TrafficReport;
import io.flexmigrate.lab.TrafficTables;
import io.flexmigrate.mysql.Row;
import io.flexmigrate.mysql.Sql;
import java.util.List;

/** What must hold on the target once it has the writes: all that was acknowledged, nothing else, and no link. */
final class Moved {

    private static final List<String> TABLES = List.of("account", "transfer", "purchase");

    private Moved() {}

    static void assertWhole(Scenario scenario, Traffic traffic) {
        TrafficReport report = traffic.stop();
        assertThat(report.acknowledged()).hasSizeGreaterThan(100);
        assertThat(report.missingOn(scenario.target.root())).isEmpty();
        assertThat(report.strangersOn(scenario.target.root())).isEmpty();
        assertThat(Scenario.BANK.total(scenario.target.root())).isEqualTo(TrafficTables.TOTAL);
        for (String table : TABLES) {
            assertThat(checksum(scenario.target.root().query(checksumOf(table))))
                    .as(table)
                    .isEqualTo(checksum(scenario.source.root().query(checksumOf(table))));
        }
        assertThat(Replication.of(scenario.target).isLinked()).isFalse();
    }

    /** Tables of the same definition only: it is computed over rows as they are stored. */
    private static Sql checksumOf(String table) {
        return Sql.of("adding up " + table, "CHECKSUM TABLE bank." + table);
    }

    private static String checksum(List<Row> rows) {
        return rows.get(0).text("Checksum");
    }
}
