package io.flexmigrate.stage.account;

import io.flexmigrate.model.Secret;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** Passwords that nobody thought of: as long as replication takes them, and with all kinds of characters that policies ask for. */
public final class MadeUpPassword {

    /** refman/8.0/en/change-master-to.html: MASTER_PASSWORD has 32 characters at most. */
    private static final int LENGTH = 32;

    /** None that a quoted text, a URL or a shell would change. */
    private static final List<String> KINDS =
            List.of("ABCDEFGHJKLMNPQRSTUVWXYZ", "abcdefghijkmnopqrstuvwxyz", "23456789", "-_.+");

    private MadeUpPassword() {}

    /** Another one each time. */
    public static Secret next() {
        SecureRandom random = new SecureRandom();
        String any = String.join("", KINDS);
        List<Character> characters = new ArrayList<>();
        KINDS.forEach(kind -> characters.add(one(kind, random)));
        while (characters.size() < LENGTH) {
            characters.add(one(any, random));
        }
        Collections.shuffle(characters, random);
        return new Secret(characters.stream().map(String::valueOf).collect(Collectors.joining()));
    }

    private static char one(String kind, SecureRandom random) {
        return kind.charAt(random.nextInt(kind.length()));
    }
}
