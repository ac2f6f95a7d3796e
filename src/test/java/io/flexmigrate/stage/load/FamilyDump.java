package io.flexmigrate.stage.load;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/** Dumps made by hand that are to be loaded. */
final class FamilyDump {

    static final String KEYLESS = "we.ird-schema";

    private static final List<String> ROWS = IntStream.range(0, 50)
            .mapToObj(n -> n % 7 + ", 'value " + n % 5 + "'")
            .toList();
    private static final String KEYLESS_TABLE =
            "CREATE TABLE `we.ird-schema` (\n  `a` int NOT NULL,\n  `b` varchar(20) NOT NULL,\n  KEY `by_a` (`a`),\n"
                    + "  KEY `by_b` (`b`,`a`)\n) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4";

    private FamilyDump() {}

    static HandMadeDump emptyIn(Path directory) {
        return new HandMadeDump(directory.resolve("dump"), LoadedTables.DATABASE);
    }

    /** A table without any unique key, an empty one, and a child with a foreign key. */
    static HandMadeDump in(Path directory) {
        return emptyIn(directory)
                .large(KEYLESS, KEYLESS_TABLE, ROWS)
                .small("empty", "CREATE TABLE `empty` (\n  `a` int DEFAULT NULL\n) ENGINE=InnoDB", List.of())
                .small(
                        "parent",
                        "CREATE TABLE `parent` (\n  `id` int NOT NULL,\n  PRIMARY KEY (`id`)\n) ENGINE=InnoDB",
                        List.of("1"))
                .large(
                        "child",
                        "CREATE TABLE `child` (\n  `id` int NOT NULL,\n  `parent` int DEFAULT NULL,\n  PRIMARY KEY (`id`),\n"
                                + "  KEY `by_parent` (`parent`),\n  CONSTRAINT `to_parent` FOREIGN KEY (`parent`)"
                                + " REFERENCES `parent` (`id`) ON DELETE CASCADE\n) ENGINE=InnoDB",
                        List.of("1, 1", "2, NULL"));
    }
}
