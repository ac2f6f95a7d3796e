package io.flexmigrate.mysql.binlog;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/**
 * How a column's value in a binlog becomes the text that a {@link io.flexmigrate.model.RowKey} holds.
 *
 * @param type as {@code information_schema} says it, in lower case
 * @param bytes how many bytes a text or bytes may have at most
 */
record ImageValue(String type, boolean isUnsigned, int bytes) {

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private static final long GREGORIAN = Instant.parse("1583-01-01T00:00:00Z").getEpochSecond() * 1_000_000;

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT);

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS", Locale.ROOT);

    /** Empty for what cannot be written so that the server finds exactly it. */
    Optional<String> text(Object value) {
        return switch (type) {
            case "tinyint" -> whole(value, 8);
            case "smallint" -> whole(value, 16);
            case "mediumint" -> whole(value, 24);
            case "int" -> whole(value, 32);
            case "bigint" -> whole(value, 64);
            case "year" -> year(value);
            case "enum" -> whole(value, 32);
            case "set" -> unsigned(value);
            case "decimal" ->
                value instanceof BigDecimal number ? Optional.of(number.toPlainString()) : Optional.empty();
            case "bit" -> value instanceof BitSet bits ? Optional.of(number(bits)) : Optional.empty();
            case "date" -> moment(value, DAY);
            case "datetime", "timestamp" -> moment(value, MOMENT);
            case "binary" ->
                value instanceof byte[] held
                        ? Optional.of(HEX.formatHex(Arrays.copyOf(held, bytes)))
                        : Optional.empty();
            case "varbinary", "char", "varchar" ->
                value instanceof byte[] held ? Optional.of(HEX.formatHex(held)) : Optional.empty();
            default -> Optional.empty();
        };
    }

    /** The library knows no unsigned numbers: they come negative. */
    private Optional<String> whole(Object value, int bits) {
        if (!(value instanceof Integer) && !(value instanceof Long)) {
            return Optional.empty();
        }
        BigInteger number = BigInteger.valueOf(((Number) value).longValue());
        boolean wraps = isUnsigned && number.signum() < 0;
        return Optional.of((wraps ? number.add(BigInteger.ONE.shiftLeft(bits)) : number).toString());
    }

    private static Optional<String> unsigned(Object value) {
        return value instanceof Long members ? Optional.of(Long.toUnsignedString(members)) : Optional.empty();
    }

    /** The year 0000 is held as 0, to which the library adds what it adds to all. */
    private static Optional<String> year(Object value) {
        return value instanceof Integer year
                ? Optional.of(Integer.toString(year == 1900 ? 0 : year))
                : Optional.empty();
    }

    private static String number(BitSet bits) {
        BigInteger number = BigInteger.ZERO;
        for (int bit = bits.nextSetBit(0); bit >= 0; bit = bits.nextSetBit(bit + 1)) {
            number = number.setBit(bit);
        }
        return number.toString();
    }

    /** Dates that are none, such as zero dates, come as the least number, and those before 1582 in another calendar. */
    private static Optional<String> moment(Object value, DateTimeFormatter format) {
        if (!(value instanceof Long micros) || micros < GREGORIAN) {
            return Optional.empty();
        }
        return Optional.of(
                format.format(Instant.EPOCH.plus(micros, ChronoUnit.MICROS).atOffset(ZoneOffset.UTC)));
    }
}
