package io.flexmigrate.engine;

import java.util.Optional;
import java.util.stream.Stream;

/** What tells best how far a work is. */
enum Measure {
    BYTES,
    ROWS,
    TABLES;

    /** The first whose total is known. */
    static Optional<Measure> of(Advance advance) {
        return Stream.of(values()).filter(measure -> measure.total(advance) > 0).findFirst();
    }

    long done(Advance advance) {
        return switch (this) {
            case BYTES -> advance.bytes();
            case ROWS -> advance.rows();
            case TABLES -> advance.tables();
        };
    }

    long total(Advance advance) {
        return switch (this) {
            case BYTES -> advance.totalBytes();
            case ROWS -> advance.totalRows();
            case TABLES -> advance.totalTables();
        };
    }

    /** Rounded down; 99 until nothing is left, because totals are estimates and an end is no estimate. */
    static Optional<Integer> percent(Advance advance) {
        return of(advance).map(measure -> measure.share(advance));
    }

    private int share(Advance advance) {
        boolean over = done(advance) >= total(advance) && advance.tables() >= advance.totalTables();
        double share = 100.0 * Math.max(0, done(advance)) / total(advance);
        return over ? 100 : (int) Math.min(99, share);
    }
}
