package io.flexmigrate.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flexmigrate.model.TableDefinition.Deferral;
import io.flexmigrate.model.TableDefinition.Split;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableDefinitionTest {

    private static final TableName NAME = new TableName("shop", "orders");

    private static final String ORDERS = """
            /*!40101 SET NAMES binary*/;
            /*!40014 SET FOREIGN_KEY_CHECKS=0*/;

            CREATE TABLE `orders` (
              `id` int(11) NOT NULL AUTO_INCREMENT,
              `code` varchar(20) COLLATE utf8mb4_bin NOT NULL DEFAULT ',KEY `x` (`y`)',
              `note` text COMMENT 'has a \\'quote\\', a comma, a line\\nand KEY `by_note` (`note`)',
              `geo` point NOT NULL /*!80003 SRID 0 */,
              `doubled` int(11) GENERATED ALWAYS AS ((`id` * 2)) VIRTUAL,
              `odd``name, (KEY` int(11) DEFAULT NULL,
              PRIMARY KEY (`id`),
              UNIQUE KEY `by_code` (`code`),
              KEY `by``note, x` (`note`(10) DESC,`odd``name, (KEY`) COMMENT 'it''s, (odd',
              KEY `by_doubled` (`doubled`) /*!80000 INVISIBLE */,
              KEY `by_expression` ((lower(concat(`code`,_utf8mb4',)')))),
              SPATIAL KEY `by_geo` (`geo`),
              FULLTEXT KEY `by_text` (`note`) /*!50100 WITH PARSER `ngram` */ ,
              CONSTRAINT `fk,1` FOREIGN KEY (`odd``name, (KEY`) REFERENCES `other`.`t` (`id`) ON DELETE SET NULL ON UPDATE CASCADE,
              CONSTRAINT `c1` CHECK ((`id` > 0)) /*!80016 NOT ENFORCED */
            ) ENGINE=InnoDB AUTO_INCREMENT=7 DEFAULT CHARSET=utf8mb4 COMMENT='; ENGINE=MyISAM, ('
            /*!50100 PARTITION BY RANGE (id)
            (PARTITION p0 VALUES LESS THAN (10) ENGINE = InnoDB,
             PARTITION p1 VALUES LESS THAN MAXVALUE ENGINE = InnoDB) */;
            """;

    @Test
    void comesApartIntoTableIndexesAndForeignKeys() {
        Split split = TableDefinition.of(ORDERS).split(NAME, Deferral.ALL);

        assertThat(split.create()).isEqualTo("""
                CREATE TABLE `shop`.`orders` (
                  `id` int(11) NOT NULL AUTO_INCREMENT,
                  `code` varchar(20) COLLATE utf8mb4_bin NOT NULL DEFAULT ',KEY `x` (`y`)',
                  `note` text COMMENT 'has a \\'quote\\', a comma, a line\\nand KEY `by_note` (`note`)',
                  `geo` point NOT NULL /*!80003 SRID 0 */,
                  `doubled` int(11) GENERATED ALWAYS AS ((`id` * 2)) VIRTUAL,
                  `odd``name, (KEY` int(11) DEFAULT NULL,
                  PRIMARY KEY (`id`),
                  CONSTRAINT `c1` CHECK ((`id` > 0)) /*!80016 NOT ENFORCED */
                ) ENGINE=InnoDB AUTO_INCREMENT=7 DEFAULT CHARSET=utf8mb4 COMMENT='; ENGINE=MyISAM, ('
                /*!50100 PARTITION BY RANGE (id)
                (PARTITION p0 VALUES LESS THAN (10) ENGINE = InnoDB,
                 PARTITION p1 VALUES LESS THAN MAXVALUE ENGINE = InnoDB) */""");
        assertThat(split.indexes())
                .extracting(index -> index.kind() + " " + index.name())
                .containsExactly(
                        "FULLTEXT by_text",
                        "SPATIAL by_geo",
                        "UNIQUE by_code",
                        "PLAIN by`note, x",
                        "PLAIN by_doubled",
                        "PLAIN by_expression");
        assertThat(split.indexes())
                .extracting(TableIndex::definition)
                .contains(
                        "KEY `by``note, x` (`note`(10) DESC,`odd``name, (KEY`) COMMENT 'it''s, (odd'",
                        "KEY `by_doubled` (`doubled`) /*!80000 INVISIBLE */",
                        "FULLTEXT KEY `by_text` (`note`) /*!50100 WITH PARSER `ngram` */");
        assertThat(split.foreignKeys())
                .containsExactly(new TableForeignKey(
                        "fk,1",
                        "CONSTRAINT `fk,1` FOREIGN KEY (`odd``name, (KEY`) REFERENCES `other`.`t` (`id`)"
                                + " ON DELETE SET NULL ON UPDATE CASCADE"));
    }

    @Test
    void keepsUniqueKeysWhenTheyAreNotToWait() {
        Split split = TableDefinition.of(ORDERS).split(NAME, Deferral.ALL_BUT_UNIQUE);

        assertThat(split.create()).contains("UNIQUE KEY `by_code`").doesNotContain("by_geo");
        assertThat(split.indexes()).extracting(TableIndex::name).doesNotContain("by_code");
    }

    @Test
    void keepsEveryIndexWhenNoneIsToWait() {
        Split split = TableDefinition.of(ORDERS).split(NAME, Deferral.NONE);

        assertThat(split.create())
                .contains("by_code", "by_doubled", "by_geo", "by_text")
                .doesNotContain("fk,1");
        assertThat(split.indexes()).isEmpty();
        assertThat(split.foreignKeys()).hasSize(1);
    }

    @Test
    void keepsTheFirstUniqueKeyOverColumnsThatAreNotNullWhereThereIsNoPrimaryKey() {
        Split split = split("""
                CREATE TABLE `t` (
                  `a` int DEFAULT NULL COMMENT 'is NOT NULL',
                  `b` int NOT NULL,
                  `c` int NOT NULL,
                  UNIQUE KEY `nullable` (`b`,`a`),
                  UNIQUE KEY `clustered` (`b`,`c` DESC),
                  UNIQUE KEY `other` (`c`)
                ) ENGINE=InnoDB""");

        assertThat(split.create()).contains("`clustered`").doesNotContain("`nullable`", "`other`");
        assertThat(split.indexes()).extracting(TableIndex::name).containsExactly("nullable", "other");
    }

    @Test
    void keepsTheKeyOfAnAutoIncrementColumn() {
        Split split = split("""
                CREATE TABLE `t` (
                  `a` int NOT NULL COMMENT 'no AUTO_INCREMENT',
                  `n` int NOT NULL AUTO_INCREMENT,
                  PRIMARY KEY (`a`,`n`),
                  KEY `other` (`a`),
                  KEY `counter` (`n`),
                  KEY `again` (`n`,`a`)
                ) ENGINE=InnoDB""");

        assertThat(split.create()).contains("`counter`").doesNotContain("`other`", "`again`");
    }

    @Test
    void keepsTheIndexThatFullTextSearchNeedsByName() {
        Split split = split("""
                CREATE TABLE `t` (
                  `id` int NOT NULL,
                  `FTS_DOC_ID` bigint unsigned NOT NULL,
                  PRIMARY KEY (`id`),
                  UNIQUE KEY `FTS_DOC_ID_INDEX` (`FTS_DOC_ID`)
                ) ENGINE=InnoDB""");

        assertThat(split.indexes()).isEmpty();
    }

    @Test
    void keepsTheIndexesOfOtherEngines() {
        assertThat(split("CREATE TABLE `t` (\n  `a` int,\n  KEY `k` (`a`)\n) ENGINE=MEMORY COMMENT='ENGINE=InnoDB'")
                        .indexes())
                .isEmpty();
    }

    @Test
    void bearsLineFeedsInsideTexts() {
        Split split =
                split("CREATE TABLE `t` (\n  `a` int COMMENT 'one,\n  KEY `k` (`a`)\n) ENGINE=x',\n  KEY `b` (`a`)\n)"
                        + " ENGINE=InnoDB");

        assertThat(split.indexes()).extracting(TableIndex::name).containsExactly("b");
    }

    @Test
    void isMadeUnderAnotherNameWithoutForeignKeys() {
        assertThat(TableDefinition.of(ORDERS).withoutForeignKeys("sli`ce"))
                .startsWith("CREATE TABLE `sli``ce` (\n  `id` int(11)")
                .contains("KEY `by_doubled`")
                .doesNotContain("fk,1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "CREATE VIEW `v` AS SELECT 1", "CREATE TABLE `t", "CREATE TABLE `t` (\n `a` int DEFAULT 'x"})
    void refusesWhatIsNoTable(String text) {
        assertThatThrownBy(() -> TableDefinition.of(text)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Split split(String text) {
        return TableDefinition.of(text).split(NAME, Deferral.ALL);
    }
}
