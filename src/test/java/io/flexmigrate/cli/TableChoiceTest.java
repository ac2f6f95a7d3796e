package io.flexmigrate.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flexmigrate.model.TableName;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableChoiceTest {

    private static final TableName ORDERS = new TableName("shop", "orders");
    private static final TableName LINES = new TableName("shop", "order_lines");
    private static final TableName USERS = new TableName("crm", "users");
    private static final List<TableName> ALL = List.of(ORDERS, LINES, USERS);

    @Test
    void takesAllTablesWhenNoneIsNamed() {
        assertThat(new TableChoice(List.of()).of(ALL)).isEqualTo(ALL);
    }

    @Test
    void takesTheNamedTablesAndThoseOfAPattern() {
        assertThat(new TableChoice(List.of("shop.order_*", "crm.*")).of(ALL)).containsExactly(LINES, USERS);
        assertThat(new TableChoice(List.of("shop.orders")).of(ALL)).containsExactly(ORDERS);
    }

    @Test
    void refusesEveryPatternThatNamesNoTable() {
        assertThatThrownBy(() -> new TableChoice(List.of("shop.orders", "shop.order", "shopXorders")).of(ALL))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("shop.order or shopXorders");
    }
}
