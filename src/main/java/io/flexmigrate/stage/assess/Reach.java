package io.flexmigrate.stage.assess;

import java.net.InetAddress;
import java.util.List;

/** From where an address can be reached. */
enum Reach {
    /** From the same machine only. */
    LOOPBACK,
    /** From the same network, or through a tunnel into it. */
    PRIVATE,
    /** From everywhere, as far as firewalls allow. */
    PUBLIC;

    /** The widest of several addresses of one host. */
    static Reach of(List<InetAddress> addresses) {
        return addresses.stream().map(Reach::of).max(Reach::compareTo).orElse(PUBLIC);
    }

    static Reach of(InetAddress address) {
        if (address.isLoopbackAddress() || address.isAnyLocalAddress()) {
            return LOOPBACK;
        }
        return isPrivate(address) ? PRIVATE : PUBLIC;
    }

    /** RFC 1918 and RFC 3927 by the JDK's names; RFC 6598 (100.64/10) and RFC 4193 (fc00::/7), which it has none for. */
    private static boolean isPrivate(InetAddress address) {
        byte[] bytes = address.getAddress();
        boolean shared = bytes.length == 4 && bytes[0] == 100 && (bytes[1] & 0xc0) == 64;
        boolean unique = bytes.length == 16 && (bytes[0] & 0xfe) == 0xfc;
        return address.isSiteLocalAddress() || address.isLinkLocalAddress() || shared || unique;
    }
}
