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

    private static final String NULL = "(null)";
    private static final Pattern NUMBER = Pattern.compile("\\d{1,19}");

    private final Map<MetadataKey, String> values = new EnumMap<>(MetadataKey.class);

    /** Takes a value, without its quotes. */
    void put(MetadataKey key, String text) {
        String value = unquoted(text.strip());
        String before = values.putIfAbsent(key, value);
        if (before != null && !before.equals(value)) {
            throw new MetadataException("the metadata contradicts itself about the source's " + name(key) + ": '"
                    + before + "' and '" + value + "'");
        }
    }

    boolean has(MetadataKey key) {
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

    private static String name(MetadataKey key) {
        return key.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    Optional<BinlogCoordinates> coordinates() {
        if (!has(MetadataKey.FILE) && !has(MetadataKey.POSITION)) {
            return Optional.empty();
        }
        String file = required(MetadataKey.FILE);
        String position = required(MetadataKey.POSITION);
        if (!NUMBER.matcher(position).matches()) {
            throw new MetadataException("the metadata's binlog position is not a number: '" + position + "'");
        }
        try {
            return Optional.of(new BinlogCoordinates(file, Long.parseLong(position)));
        } catch (IllegalArgumentException e) {
            throw new MetadataException(
                    "the metadata's binlog file '" + file + "' and position '" + position + "' are no coordinates", e);
        }
    }

    private String required(MetadataKey key) {
        String value = values.getOrDefault(key, "");
        if (value.isEmpty() || value.equals(NULL)) {
            throw new MetadataException(
                    "the metadata has no binlog " + name(key) + " beside the rest of the coordinates");
        }
        return value;
    }

    GtidSet gtidSet() {
        String text = values.getOrDefault(MetadataKey.GTID_SET, "");
        try {
            return text.equals(NULL) ? GtidSet.EMPTY : new GtidSet(text);
        } catch (IllegalArgumentException e) {
            throw new MetadataException("the metadata has no GTID set of MySQL's: " + e.getMessage(), e);
        }
    }
}
