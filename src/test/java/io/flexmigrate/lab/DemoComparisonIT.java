package io.flexmigrate.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DemoComparisonIT {

    private static final String TRANSFER = "INSERT INTO shop.transfer VALUES ('%s', 1, 2, 7, '2024-01-01 00:00:00')";

    @Test
    void namesEveryWayInWhichATargetCanFailToContinueItsSource() {
        try (LabServer source = Lab.start(LabVersion.MYSQL_8_0);
                LabServer target = Lab.start(LabVersion.MYSQL_8_0)) {
            for (LabServer server : List.of(source, target)) {
                new TrafficTables("shop").create(server.root());
                server.execute(DemoData.statements("shop"));
                server.execute(TRANSFER.formatted("before"));
            }
            DemoComparison comparison = new DemoComparison(source.root(), target.root(), "shop");
            assertThat(comparison.differences()).isEmpty();

            target.execute(
                    TRANSFER.formatted("after"),
                    "UPDATE shop.account SET balance = balance - 7 WHERE id = 1",
                    "UPDATE shop.account SET balance = balance + 7 WHERE id = 2");
            assertThat(comparison.differences()).isEmpty();

            target.execute("UPDATE shop.account SET balance = balance + 1 WHERE id = 3");
            assertThat(comparison.differences()).singleElement().asString().contains("balances");

            target.execute("UPDATE shop.transfer SET amount = 8 WHERE id = 'before'");
            target.execute("DELETE FROM shop.order_line WHERE placed_order = 77");
            assertThat(comparison.differences())
                    .hasSize(3)
                    .anyMatch(difference -> difference.startsWith("transfer before"))
                    .anyMatch(difference -> difference.startsWith("order_line"));
        }
    }
}
