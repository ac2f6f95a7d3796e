package io.flexmigrate.mydumper;

import io.flexmigrate.model.BinlogCoordinates;
import io.flexmigrate.model.GtidSet;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The dumped server's coordinates, as they are collected line by line; a value that comes twice must be the same. */
final class SourceValues {

    /** What a value is, under all the names that releases gave it. */
    enum Key {
        FILE("log", "file", "source_log_file"),
        POSITION("pos", "position", "source_log_pos"),
        GTID_SET("gtid", "executed_gtid_set");

        private final String[] names;

        Key(String... names) {
            this.names = names;
        }

        static Optional<Key> named(String name) {
            for (Key key : values()) {
                for (String known : key.names) {
                    if (known.equals(name.toLowerCase(Locale.ROOT))) {
                        return Optional.of(key);
                    }
                }
            }
            return Optional.empty();
        }
    }

    private static final String NULL = "(null)";
    private static final Pattern NUMBER = Pattern.compile("\\d{1,19}");

    private final Map<Key, String> values = new EnumMap<>(Key.class);

    /** Takes a value, without its quotes. */
    void put(Key key, String text) {
        String value = unquoted(text.strip());
        String before = values.putIfAbsent(key, value);
        if (before != null && !before.equals(value)) {
            throw new MetadataException("the metadata contradicts itself about the source's " + name(key) + ": '"
                    + before + "' and '" + value + "'");
        }
    }

    boolean has(Key key) {
        return values.containsKey(key);
    }

    private static String unquoted(String value) {
        boolean opens = value.startsWith("\"");
        boolean closes = value.length() > 1 && value.endsWith("\"");
        if (opens != closes) {
            throw new MetadataException("a value in the metadata has only one of its quotes: '" + value + "'");
        }
        return opens ? value.substring(1, value.length() - 1) : value;
    }

    private static String name(Key key) {
        return key.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    Optional<BinlogCoordinates> coordinates() {
        if (!has(Key.FILE) && !has(Key.POSITION)) {
            return Optional.empty();
        }
        String file = required(Key.FILE);
        String position = required(Key.POSITION);
        if (!NUMBER.matcher(position).matches()) {
            throw new MetadataException("the metadata's binlog position is not a number: '" + position + "'");
        }
        try {
            return Optional.of(new BinlogCoordinates(file, Long.parseLong(position)));
        } catch (IllegalArgumentException e) {
            throw new MetadataException("the metadata has no binlog coordinates: " + e.getMessage(), e);
        }
    }

    private String required(Key key) {
        String value = values.getOrDefault(key, "");
        if (value.isEmpty() || value.equals(NULL)) {
            throw new MetadataException(
                    "the metadata has no binlog " + name(key) + " beside the rest of the coordinates");
        }
        return value;
    }

    GtidSet gtidSet() {
        String text = values.getOrDefault(Key.GTID_SET, "");
        try {
            return text.equals(NULL) ? GtidSet.EMPTY : new GtidSet(text);
        } catch (IllegalArgumentException e) {
            throw new MetadataException("the metadata has no GTID set of MySQL's: " + e.getMessage(), e);
        }
    }
}
