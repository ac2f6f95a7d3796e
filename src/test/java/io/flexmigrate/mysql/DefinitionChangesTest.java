package io.flexmigrate.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DefinitionChangesTest {

    private static final List<String> OURS = List.of("shop", "o`dd");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "use `shop`; TRUNCATE TABLE orders",
                "use `shop`; TRUNCATE orders /* xid=7 */",
                "use `shop`; alter table orders add b int",
                "use `shop`; /* by a person */ ALTER TABLE orders ENGINE=InnoDB",
                "use `shop`; -- by a person\nALTER TABLE orders ENGINE=InnoDB",
                "use `shop`; /*!40000 ALTER TABLE orders DISABLE KEYS */",
                "use `shop`; CREATE UNIQUE INDEX i ON orders (id)",
                "use `shop`; OPTIMIZE TABLE orders",
                "use `shop`; an unknown statement of a later release",
                "use `o``dd`; DROP TABLE x",
                "use `other`; RENAME TABLE shop.orders TO other.orders",
                "DROP DATABASE shop",
                "CREATE TABLE shop.view (id INT)",
            })
    void takesWhatMayChangeTablesForAChange(String info) {
        assertThat(DefinitionChanges.isChange(info, OURS)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "BEGIN",
                "COMMIT",
                "XA END X'31',X'',1",
                "use `shop`; INSERT INTO orders VALUES ('ALTER TABLE orders')",
                "use `shop`; CREATE TEMPORARY TABLE t (id INT)",
                "use `shop`; DROP /*!40005 TEMPORARY */ TABLE IF EXISTS `t`",
                "use `shop`; CREATE DEFINER=`root`@`localhost` TRIGGER t BEFORE INSERT ON orders FOR EACH ROW SET @a = 1",
                "use `shop`; CREATE ALGORITHM=UNDEFINED DEFINER=`a b`@`%` SQL SECURITY DEFINER VIEW `v` AS select 1",
                "use `shop`; CREATE USER 'x'@'%' IDENTIFIED BY 'y'",
                "use `shop`; GRANT SELECT ON shop.* TO x",
                "use `shop`; FLUSH TABLES",
                "use `other`; TRUNCATE TABLE orders",
                "DROP DATABASE other",
            })
    void knowsWhatLeavesOurTablesAsTheyAre(String info) {
        assertThat(DefinitionChanges.isChange(info, OURS)).isFalse();
    }
}
