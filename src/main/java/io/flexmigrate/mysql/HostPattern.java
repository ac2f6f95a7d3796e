package io.flexmigrate.mysql;

import java.util.Comparator;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The host of an account: a name, an address, either with wildcards, or a network with its mask; the more specific one is the
 * greater: refman/8.0/en/account-names.html, refman/8.0/en/connection-access.html.
 */
public record HostPattern(String text) implements Comparable<HostPattern> {

    private static final Pattern LOOPBACK =
            Pattern.compile("localhost(\\.localdomain)?|127\\..*|::1|0:0:0:0:0:0:0:1", Pattern.CASE_INSENSITIVE);
    private static final Set<String> ANY = Set.of("%", "");
    private static final Comparator<HostPattern> ORDER =
            Comparator.comparingInt(HostPattern::firstWildcard).thenComparing(HostPattern::text);

    /** Whether only the server's own machine can come in by it. */
    public boolean isLoopback() {
        return LOOPBACK.matcher(text).matches();
    }

    /**
     * Whether a client comes in by it.
     *
     * @param host name or address the client comes from
     */
    public boolean matches(String host) {
        if (ANY.contains(text) || text.equalsIgnoreCase(host) || (isLocalhost(text) && isLocalhost(host))) {
            return true;
        }
        return text.contains("/") ? Ipv4Network.parse(text).contains(host) : like(host);
    }

    /** The server writes a client on its own machine as name or as address, by {@code skip_name_resolve}. */
    private static boolean isLocalhost(String host) {
        return Set.of("localhost", "127.0.0.1", "::1").contains(host.toLowerCase(Locale.ROOT));
    }

    private boolean like(String host) {
        return new DatabasePattern(text)
                .matcher(new DatabasePattern.Matching(true, true))
                .test(host);
    }

    private int firstWildcard() {
        if (text.isEmpty()) {
            return -1;
        }
        if (text.contains("/")) {
            return Integer.MAX_VALUE - 1;
        }
        int percent = text.indexOf('%');
        int underscore = text.indexOf('_');
        if (percent < 0 && underscore < 0) {
            return Integer.MAX_VALUE;
        }
        return percent < 0 || underscore < 0 ? Math.max(percent, underscore) : Math.min(percent, underscore);
    }

    @Override
    public int compareTo(HostPattern other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return text;
    }
}
