package io.flexmigrate.journal;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;

/**
 * Lines of which each ends in a checksum of itself and of all before it, so that one that was changed, lost or moved is seen.
 *
 * <p>The checksum is the last field of the line's JSON object. Whole lines that are lost at the end are not seen: nobody has
 * written behind them.
 */
final class LineChain {

    private static final String BEGIN = ",\"crc\":\"";
    private static final String END = "\"}";
    private static final int LENGTH = BEGIN.length() + Integer.BYTES * 2 + END.length();
    private static final Pattern SEAL = Pattern.compile(Pattern.quote(BEGIN) + "[0-9a-f]{8}" + Pattern.quote(END));

    private final CRC32C soFar = new CRC32C();

    /**
     * The next line to be written.
     *
     * @param line a JSON object with fields, and its line feed
     * @return the same with its checksum
     */
    byte[] seal(byte[] line) {
        byte[] body = Arrays.copyOf(line, line.length - "}\n".length());
        ByteArrayOutputStream sealed = new ByteArrayOutputStream(body.length + LENGTH + 1);
        sealed.writeBytes(body);
        sealed.writeBytes(sealOf(body).getBytes(StandardCharsets.US_ASCII));
        sealed.write('\n');
        return sealed.toByteArray();
    }

    /**
     * The next line that was read.
     *
     * @param line without its line feed
     * @return its JSON object without the checksum; empty when that does not fit
     */
    Optional<byte[]> open(byte[] line) {
        if (!isSealed(line)) {
            return Optional.empty();
        }
        byte[] body = Arrays.copyOf(line, line.length - LENGTH);
        return sealOf(body).equals(tail(line)) ? Optional.of(bare(line)) : Optional.empty();
    }

    /** A line without its checksum, whether or not that fits, or as it is where it has none. */
    static byte[] bare(byte[] line) {
        if (!isSealed(line)) {
            return line;
        }
        byte[] bare = Arrays.copyOf(line, line.length - LENGTH + 1);
        bare[bare.length - 1] = '}';
        return bare;
    }

    private static boolean isSealed(byte[] line) {
        return line.length > LENGTH && SEAL.matcher(tail(line)).matches();
    }

    private static String tail(byte[] line) {
        return new String(line, line.length - LENGTH, LENGTH, StandardCharsets.ISO_8859_1);
    }

    private String sealOf(byte[] body) {
        soFar.update(body);
        return BEGIN + HexFormat.of().toHexDigits((int) soFar.getValue()) + END;
    }
}
