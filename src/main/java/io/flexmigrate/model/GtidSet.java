package io.flexmigrate.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A set of global transaction identifiers in MySQL's text form, without white space; empty when GTIDs are off.
 *
 * @param text such as {@code 3e11fa47-71ca-11e1-9e33-c80aa9429562:1-5:11}
 */
public record GtidSet(String text) {

    public static final GtidSet EMPTY = new GtidSet("");

    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern INTERVAL = Pattern.compile("\\d+(-\\d+)?");
    private static final Pattern TAG = Pattern.compile("[a-z_][a-z0-9_]{0,31}");

    public GtidSet {
        text = text.replaceAll("\\s", "").toLowerCase(Locale.ROOT);
        for (String member : text.isEmpty() ? new String[0] : text.split(",", -1)) {
            if (!isMember(member)) {
                throw new IllegalArgumentException("a GTID set is a list of uuid:interval, this is '" + text + "'");
            }
        }
    }

    /** Looked at part by part, because there may be more of them than one expression has stack for. */
    private static boolean isMember(String member) {
        String[] parts = member.split(":", -1);
        boolean isKnown = UUID.matcher(parts[0]).matches();
        boolean endsWithInterval = false;
        for (int index = 1; index < parts.length && isKnown; index++) {
            boolean isInterval = INTERVAL.matcher(parts[index]).matches();
            boolean isTag = TAG.matcher(parts[index]).matches() && (index == 1 || endsWithInterval);
            isKnown = isInterval || isTag;
            endsWithInterval = isInterval;
        }
        return isKnown && endsWithInterval;
    }

    /** The same but for what a server with this identifier began. */
    public GtidSet without(String serverUuid) {
        return new GtidSet(Arrays.stream(text.split(",", -1))
                .filter(member -> !member.startsWith(serverUuid.toLowerCase(Locale.ROOT) + ":"))
                .collect(Collectors.joining(",")));
    }

    public boolean isEmpty() {
        return text.isEmpty();
    }

    @Override
    public String toString() {
        return text;
    }
}
