package io.flexmigrate.mydumper;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A part of a server's coordinates, under all the names that releases gave it. */
enum MetadataKey {
    FILE("log|file|source_log_file"),
    POSITION("pos|position|source_log_pos"),
    GTID_SET("gtid|executed_gtid_set");

    private final String names;

    MetadataKey(String names) {
        this.names = names;
    }

    static Optional<MetadataKey> named(String name) {
        return Stream.of(values())
                .filter(key -> name.toLowerCase(Locale.ROOT).matches(key.names))
                .findFirst();
    }
}
