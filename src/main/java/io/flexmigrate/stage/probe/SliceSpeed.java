package io.flexmigrate.stage.probe;

import io.flexmigrate.model.TableSize;
import io.flexmigrate.mydumper.DumpSlice;
import io.flexmigrate.planning.Rate;
import io.flexmigrate.stage.probe.Probed.LoadSpeed;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What a slice says of all: bytes of its tables, as the source estimates them, by the time they took.
 *
 * <p>The dump's own bytes would be another measure than that of the tables which are still to be moved.
 */
record SliceSpeed(SliceDump.Slice slice, List<TableSize> tables) {

    private static final double MEGABYTE = 1e6;
    private static final double NANOS = 1e9;
    private static final double LEAST_SECONDS = 0.001;

    /** A tool that ran this long spent most of it at the rows. */
    private static final double SETTLED_SECONDS = 1;

    LoadSpeed speed(SliceLoad.Loaded loaded) {
        double data = sum(TableSize::dataBytes);
        double indexes = sum(TableSize::indexBytes);
        return new LoadSpeed(
                rate(data, slice.elapsed(), new Doubt(2, 2), "dumped"),
                rate((data + indexes) * loaded.share(), loaded.elapsed(), new Doubt(3, 1.6), "loaded"));
    }

    /** By how much all may be slower, or faster, than the slice: a large index is built more slowly than a small one. */
    private record Doubt(double slower, double faster) {}

    private interface Bytes {
        long of(TableSize table);
    }

    private double sum(Bytes bytes) {
        return tables.stream()
                .mapToDouble(table -> bytes.of(table) * slice.share(table))
                .sum();
    }

    private Rate rate(double bytes, Duration elapsed, Doubt doubt, String verb) {
        double seconds = Math.max(LEAST_SECONDS, elapsed.toNanos() / NANOS);
        double measured = Math.max(1, bytes) / seconds;
        // because the start of the tool is most of a short run
        double faster = seconds < SETTLED_SECONDS ? doubt.faster() * 4 : doubt.faster();
        return new Rate(measured / doubt.slower(), measured * faster, words(verb, seconds));
    }

    private String words(String verb, double seconds) {
        String names = slice.pieces().stream()
                .map(DumpSlice.Piece::table)
                .map(Object::toString)
                .collect(Collectors.joining(", "));
        return String.format(
                Locale.ROOT, "measured: %.1f MB of %s %s in %.1f s", slice.bytes() / MEGABYTE, names, verb, seconds);
    }
}
