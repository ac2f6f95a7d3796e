package io.flexmigrate.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * What things looked like at one moment, so that a later look tells which of them changed.
 *
 * @param byName a short digest of each, by its name
 */
public record Fingerprints(Map<String, String> byName) {

    public static final Fingerprints NONE = new Fingerprints(Map.of());

    /** Enough that a change is never overlooked, and few bytes for each of thousands. */
    private static final int BYTES = 8;

    public Fingerprints {
        byName = Map.copyOf(byName);
    }

    /** Those of these texts, by their names. */
    public static Fingerprints of(Map<String, String> texts) {
        Map<String, String> digests = new TreeMap<>();
        texts.forEach((name, text) -> digests.put(name, digest(text)));
        return new Fingerprints(digests);
    }

    private static String digest(String text) {
        try {
            byte[] whole = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(whole, 0, BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    /** The same but for those with such a name. */
    public Fingerprints without(Predicate<String> names) {
        Map<String, String> rest = new TreeMap<>(byName);
        rest.keySet().removeIf(names);
        return new Fingerprints(rest);
    }

    /** What changed since an earlier look. */
    public Drift since(Fingerprints before) {
        return new Drift(missingIn(before), changedSince(before), before.missingIn(this));
    }

    private List<String> missingIn(Fingerprints other) {
        return new TreeSet<>(byName.keySet())
                .stream().filter(name -> !other.byName.containsKey(name)).toList();
    }

    private List<String> changedSince(Fingerprints before) {
        return new TreeMap<>(byName)
                .entrySet().stream()
                        .filter(entry -> before.byName.containsKey(entry.getKey())
                                && !entry.getValue().equals(before.byName.get(entry.getKey())))
                        .map(Map.Entry::getKey)
                        .toList();
    }
}
