package io.flexmigrate.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.model.TableName;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TableStatisticsTest {

    @Test
    void belongToTheTableOfTheirName() {
        assertThat(owner("orders", "orders", "orders#P#p0")).isEqualTo("orders");
        assertThat(owner("orders#P#p0", "orders", "orders#P#p0"))
                .as("a table may be called so")
                .isEqualTo("orders#P#p0");
    }

    @Test
    void belongToThePartitionedTable() {
        assertThat(owner("orders#P#p0", "orders")).isEqualTo("orders");
        assertThat(owner("orders#p#p0", "orders")).isEqualTo("orders");
        assertThat(owner("orders#P#p0#SP#p0sp1", "orders")).isEqualTo("orders");
        assertThat(owner("a#p#b#P#p0", "a", "a#p#b")).isEqualTo("a#p#b");
        assertThat(owner("a#p#b#P#p0", "a")).isEqualTo("a");
    }

    @Test
    void belongToNobodyWhenThereIsNoSuchTable() {
        assertThat(owner("dropped", "orders")).isEqualTo("nobody");
        assertThat(owner("#P#p0", "orders")).isEqualTo("nobody");
        assertThat(owner("", "orders")).isEqualTo("nobody");
    }

    private static String owner(String name, String... tables) {
        Set<TableName> known =
                Arrays.stream(tables).map(table -> new TableName("shop", table)).collect(Collectors.toSet());
        return TableStatistics.table("shop", name, known).map(TableName::table).orElse("nobody");
    }
}
