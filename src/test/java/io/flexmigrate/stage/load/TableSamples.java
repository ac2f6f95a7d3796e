package io.flexmigrate.stage.load;

import java.util.List;

/** Definitions of tables exactly as 8.0.15 shows them, with all kinds of keys, and a row for each. */
final class TableSamples {

    private static final List<String> DEFINITIONS = List.of("""
            CREATE TABLE `t0` (
              `id` int(11) NOT NULL AUTO_INCREMENT,
              `name` varchar(50) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL DEFAULT ', KEY `x` (`y`)' COMMENT 'it''s, ; (odd\\n',
              `body` text CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
              `doubled` int(11) GENERATED ALWAYS AS (char_length(`name`)) VIRTUAL,
              `tag``s, (KEY` json DEFAULT NULL,
              PRIMARY KEY (`id`),
              UNIQUE KEY `by_name` (`name`),
              KEY `by``body` (`body`(10) DESC) COMMENT 'a, KEY (b)',
              KEY `by_doubled` (`doubled`),
              KEY `hidden` (`name`,`doubled`) /*!80000 INVISIBLE */,
              KEY `by_expression` ((lower(`name`)),`id`),
              FULLTEXT KEY `words` (`body`),
              FULLTEXT KEY `grams` (`name`,`body`) /*!50100 WITH PARSER `ngram` */\s
            ) ENGINE=InnoDB AUTO_INCREMENT=100 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin COMMENT='; ENGINE=MyISAM'""".strip(), """
            CREATE TABLE `t1` (
              `a` int(11) NOT NULL,
              `b` int(11) DEFAULT NULL,
              `n` int(11) NOT NULL AUTO_INCREMENT,
              `place` geometry NOT NULL /*!80003 SRID 4326 */,
              UNIQUE KEY `clustered` (`a`),
              UNIQUE KEY `loose` (`b`),
              KEY `counter` (`n`),
              SPATIAL KEY `by_place` (`place`)
            ) ENGINE=InnoDB AUTO_INCREMENT=8 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci""", """
            CREATE TABLE `t2` (
              `id` int(11) NOT NULL,
              `word` varchar(20) CHARACTER SET latin1 COLLATE latin1_swedish_ci DEFAULT NULL,
              KEY `by_word` (`word`) KEY_BLOCK_SIZE=4
            ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci
            /*!50100 PARTITION BY RANGE (`id`)
            (PARTITION `p,0` VALUES LESS THAN (10) ENGINE = InnoDB,
             PARTITION p1 VALUES LESS THAN MAXVALUE ENGINE = InnoDB) */""");

    private TableSamples() {}

    static List<String> definitions() {
        return DEFINITIONS;
    }

    /** Its values; a generated column is left to the server. */
    static String row(int table) {
        return switch (table) {
            case 0 -> "1, 'n', 'b', DEFAULT, NULL";
            case 1 -> "1, NULL, 7, ST_SRID(POINT(1, 2), 4326)";
            default -> "5, 'w'";
        };
    }
}
