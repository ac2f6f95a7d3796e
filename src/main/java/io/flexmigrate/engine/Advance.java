package io.flexmigrate.engine;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How far a long work is: done so far, and all there is to do as far as it is known.
 *
 * @param bytes done; of the dump's files, uncompressed or not as they lie on disk
 * @param totalBytes of all; 0 when not known, an estimate while dumping
 * @param rows done; 0 when not known
 * @param totalRows of all; 0 when not known
 * @param tables done wholly
 * @param totalTables of all
 * @param now what is being done at the moment, such as a table; may be empty
 */
public record Advance(long bytes, long totalBytes, long rows, long totalRows, int tables, int totalTables, String now) {

    /** As values of an observation. */
    public Map<String, String> values() {
        return Map.of(
                "bytes", Long.toString(bytes),
                "total_bytes", Long.toString(totalBytes),
                "rows", Long.toString(rows),
                "total_rows", Long.toString(totalRows),
                "tables", Integer.toString(tables),
                "total_tables", Integer.toString(totalTables),
                "now", now);
    }

    private static final Set<String> TOLD = Set.of(
            Observation.DUMP_PROGRESS.what(), Observation.LOAD_PROGRESS.what(), Observation.VERIFY_PROGRESS.what());

    /** Reads it back from an observation of progress; empty when the event is none or not wholly readable. */
    public static Optional<Advance> of(Event event) {
        return event instanceof Event.Observed observed && TOLD.contains(observed.what())
                ? read(observed.values())
                : Optional.empty();
    }

    private static Optional<Advance> read(Map<String, String> values) {
        try {
            return Optional.of(new Advance(
                    number(values, "bytes"),
                    number(values, "total_bytes"),
                    number(values, "rows"),
                    number(values, "total_rows"),
                    Math.toIntExact(number(values, "tables")),
                    Math.toIntExact(number(values, "total_tables")),
                    values.getOrDefault("now", "")));
        } catch (ArithmeticException | NumberFormatException unreadable) {
            return Optional.empty();
        }
    }

    private static long number(Map<String, String> values, String key) {
        return Long.parseLong(values.getOrDefault(key, "0"));
    }
}
