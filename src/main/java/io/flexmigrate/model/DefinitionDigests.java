package io.flexmigrate.model;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What a server defines in short: a few bytes for each table with all that belongs to it, and for each other thing. */
public final class DefinitionDigests {

    private final Map<String, Long> byOwner = new HashMap<>();

    /** Takes one more; in which order they come makes no difference. */
    public void add(Definition definition) {
        byOwner.merge(definition.owner(), digest(definition), Long::sum);
    }

    private static long digest(Definition definition) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            String text = definition.label() + '\0' + definition.attributes();
            return ByteBuffer.wrap(sha.digest(text.getBytes(StandardCharsets.UTF_8)))
                    .getLong();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    /** The owners of what differs, on either side. */
    public Set<String> differing(DefinitionDigests other) {
        Set<String> owners = new HashSet<>(byOwner.keySet());
        owners.addAll(other.byOwner.keySet());
        owners.removeIf(
                owner -> byOwner.containsKey(owner) && byOwner.get(owner).equals(other.byOwner.get(owner)));
        return owners;
    }
}
