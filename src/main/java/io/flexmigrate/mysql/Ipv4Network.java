package io.flexmigrate.mysql;

import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Addresses that begin alike, as an account's host writes them: {@code 10.1.0.0/255.255.0.0}, or {@code 10.1.0.0/16} from 8.0.23 on. */
record Ipv4Network(OptionalLong address, OptionalLong mask) {

    private static final Pattern ADDRESS = Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})");
    private static final Pattern PREFIX = Pattern.compile("[12]?\\d|3[0-2]");
    private static final int BITS = 32;

    static Ipv4Network parse(String text) {
        int slash = text.indexOf('/');
        String mask = text.substring(slash + 1);
        return new Ipv4Network(
                number(text.substring(0, slash)),
                PREFIX.matcher(mask).matches() ? prefix(Integer.parseInt(mask)) : number(mask));
    }

    boolean contains(String host) {
        OptionalLong client = number(host);
        return client.isPresent()
                && address.isPresent()
                && mask.isPresent()
                && (client.getAsLong() & mask.getAsLong()) == address.getAsLong();
    }

    private static OptionalLong prefix(int bits) {
        return OptionalLong.of(-1L << (BITS - bits) & 0xFFFF_FFFFL);
    }

    private static OptionalLong number(String text) {
        Matcher matcher = ADDRESS.matcher(text);
        if (!matcher.matches()) {
            return OptionalLong.empty();
        }
        long number = 0;
        for (int part = 1; part <= 4; part++) {
            number = number * 256 + Long.parseLong(matcher.group(part));
        }
        return OptionalLong.of(number);
    }
}
