package io.flexmigrate.journal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/**
 * The first line of a journal: which program began which run of which plan.
 *
 * @param format version of the journal's form; this program writes and reads {@link #FORMAT} only
 * @param program version of the program that began the run
 * @param run name of the run, unique
 * @param started when it began
 * @param planDigest SHA-256 over the sorted fields of the plan, in hexadecimal
 * @param plan every scalar of the plan by its dotted path, secrets masked
 */
public record JournalHeader(
        int format, String program, String run, Instant started, String planDigest, Map<String, String> plan) {

    /** The form this program writes and reads. */
    public static final int FORMAT = 2;

    public JournalHeader {
        plan = Map.copyOf(plan);
        if (format != FORMAT) {
            throw new IllegalArgumentException("a journal has the format " + FORMAT + ", this is " + format);
        }
        if (!planDigest.equals(digestOf(plan))) {
            throw new IllegalArgumentException("the digest of the plan does not fit its fields");
        }
    }

    /** The header of a new journal. */
    public static JournalHeader of(String program, String run, Instant started, Map<String, String> plan) {
        return new JournalHeader(FORMAT, program, run, started, digestOf(plan), plan);
    }

    /** SHA-256 over the fields in the order of their paths; each path and value ends in a zero byte. */
    public static String digestOf(Map<String, String> plan) {
        MessageDigest digest = sha256();
        new TreeMap<>(plan).forEach((path, value) -> {
            digest.update((path + '\0').getBytes(StandardCharsets.UTF_8));
            digest.update((value + '\0').getBytes(StandardCharsets.UTF_8));
        });
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
