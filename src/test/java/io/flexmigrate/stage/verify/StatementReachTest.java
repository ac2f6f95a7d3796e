package io.flexmigrate.stage.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.model.BinlogCoordinates;
import io.flexmigrate.model.TableName;
import io.flexmigrate.mysql.binlog.WrittenStatement;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatementReachTest {

    private static final TableName ORDERS = new TableName("shop", "orders");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GRANT SELECT ON shop.orders TO a@b",
                "create user a@b identified by '<secret>'",
                "/* orders */ ANALYZE TABLE orders",
                "SAVEPOINT `orders`",
                "FLUSH TABLES orders"
            })
    void passesOverWhatLeavesRowsAlone(String text) {
        assertThat(reach(text).isHarmless()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ALTER TABLE orders ADD c INT",
                "DROP TABLE `a`, `Orders`",
                "TRUNCATE TABLE shop . orders",
                "RENAME TABLE orders TO o2",
                "INSERT INTO orders VALUES (1)",
                "DROP DATABASE shop",
                "CREATE TABLE x SELECT * FROM orders"
            })
    void touchesWhatItNames(String text) {
        assertThat(reach(text).isHarmless()).isFalse();
        assertThat(reach(text).touches(ORDERS)).isTrue();
    }

    @Test
    void touchesNothingOfAnotherDatabaseOrName() {
        assertThat(reach("ALTER TABLE places ADD c INT").touches(ORDERS)).isFalse();
        assertThat(reach("ALTER TABLE orders ADD c INT").touches(new TableName("crm", "orders")))
                .isFalse();
        assertThat(reach("ALTER TABLE crm.orders ADD c INT").touches(new TableName("crm", "orders")))
                .isTrue();
    }

    @Test
    void knowsWhichTableIsCreated() {
        assertThat(reach("CREATE TABLE new (id INT)").created()).contains(new TableName("shop", "new"));
        assertThat(reach("create table if not exists `crm` . `a ``b` LIKE t").created())
                .contains(new TableName("crm", "a `b"));
        assertThat(reach("CREATE VIEW v AS SELECT 1").created()).isEqualTo(Optional.empty());
    }

    private static StatementReach reach(String text) {
        return new StatementReach(new WrittenStatement("shop", text, 1, new BinlogCoordinates("binlog.000001", 100)));
    }
}
