package io.flexmigrate.report;

import io.flexmigrate.engine.Advance;
import io.flexmigrate.engine.Pace;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How far a long work is, as one line: the weightiest first, because a narrow terminal cuts its end off. */
final class PaceText {

    private static final int WIDE_APART = 2;
    private static final int UNKNOWN = 0;

    private PaceText() {}

    /** Such as {@code 43 % · 1.2 of 2.8 GB · 7 of 20 tables · 85.0 MB/s · about 19 s left · shop.orders}. */
    static String of(Pace pace) {
        String text = joined(Stream.of(
                pace.percent().map(percent -> percent + " %").stream(), amounts(pace), speed(pace), now(pace)));
        return text.isEmpty() ? "under way" : text;
    }

    /** How much is done, and at what the work is, such as {@code 1.2 of 2.8 GB · 7 of 20 tables · shop.orders}. */
    static String done(Pace pace) {
        String text = joined(Stream.of(amounts(pace), now(pace)));
        return text.isEmpty() ? "under way" : text;
    }

    /** Such as {@code 85.0 MB/s · about 19 s left}; what is left is never a guess. */
    static String outlook(Pace pace) {
        return joined(Stream.of(speed(pace), pace.left().isEmpty() ? Stream.of("time left not known") : Stream.of()));
    }

    private static String joined(Stream<Stream<String>> parts) {
        return parts.flatMap(part -> part).filter(part -> !part.isEmpty()).collect(Collectors.joining(" · "));
    }

    private static Stream<String> amounts(Pace pace) {
        Advance advance = pace.advance();
        return Stream.of(
                        part(advance.bytes(), advance.totalBytes())
                                .map(done -> bytes(advance.bytes(), advance.totalBytes())),
                        part(advance.rows(), advance.totalRows())
                                .map(done -> amount(
                                        Amounts.roughly(advance.rows()), Amounts.roughly(advance.totalRows()), "rows")),
                        part(advance.tables(), advance.totalTables())
                                .map(done -> amount(
                                        String.valueOf(advance.tables()),
                                        String.valueOf(advance.totalTables()),
                                        "tables")))
                .flatMap(Optional::stream);
    }

    private static Stream<String> speed(Pace pace) {
        return Stream.of(rate(pace), pace.left().map(PaceText::left)).flatMap(Optional::stream);
    }

    private static Stream<String> now(Pace pace) {
        return Stream.of(pace.advance().now());
    }

    private static Optional<Long> part(long done, long total) {
        return Optional.of(done).filter(some -> some != UNKNOWN || total != UNKNOWN);
    }

    private static String amount(String done, String total, String things) {
        return done + (total.equals(String.valueOf(UNKNOWN)) ? "" : " of " + total) + " " + things;
    }

    private static String bytes(long done, long total) {
        if (total == UNKNOWN) {
            return Amounts.bytes(done);
        }
        String whole = Amounts.bytes(total);
        String part = Amounts.bytes(done);
        String unit = whole.substring(whole.indexOf(' '));
        return (part.endsWith(unit) ? part.substring(0, part.length() - unit.length()) : part) + " of " + whole;
    }

    private static Optional<String> rate(Pace pace) {
        return pace.bytesPerSecond()
                .map(bytes -> Amounts.bytes(bytes) + "/s")
                .or(() -> pace.rowsPerSecond().map(rows -> Amounts.roughly(rows) + " rows/s"));
    }

    /** One number while the rate is steady, else both ends. */
    private static String left(Pace.Left left) {
        String likely = Amounts.timeLeft(left.likely());
        if (left.longest().isEmpty()) {
            return likely + " or more left";
        }
        Duration longest = left.longest().orElse(left.likely());
        boolean wide = longest.compareTo(left.shortest().multipliedBy(WIDE_APART)) > 0;
        String shortest = Amounts.timeLeft(left.shortest());
        String upper = Amounts.timeLeft(longest);
        return wide && !shortest.equals(upper)
                ? String.format(Locale.ROOT, "%s to %s left", shortest, upper)
                : "about " + likely + " left";
    }
}
