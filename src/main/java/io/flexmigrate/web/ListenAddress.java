package io.flexmigrate.web;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where to listen.
 *
 * @param host a name or an address of this machine
 * @param port 0 for any that is free
 */
public record ListenAddress(String host, int port) {

    private static final Pattern FORM = Pattern.compile("(\\[[0-9a-fA-F:.]+]|[^:\\[\\]\\s]+):(\\d{1,5})");
    private static final int MOST = 65_535;

    /**
     * Reads an address.
     *
     * @param text such as {@code 127.0.0.1:8080} or {@code [::1]:8080}
     * @throws IllegalArgumentException when it is none, saying what is wanted
     */
    public static ListenAddress of(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches() || Integer.parseInt(matcher.group(2)) > MOST) {
            throw new IllegalArgumentException("'" + text + "' is not HOST:PORT, such as 127.0.0.1:8080");
        }
        return new ListenAddress(matcher.group(1).replaceAll("[\\[\\]]", ""), Integer.parseInt(matcher.group(2)));
    }

    /**
     * The same as the network wants it.
     *
     * @throws IllegalArgumentException when nobody knows the host
     */
    InetSocketAddress socket() {
        try {
            return new InetSocketAddress(InetAddress.getByName(host), port);
        } catch (UnknownHostException unknown) {
            throw new IllegalArgumentException("'" + host + "' is not a host that is known here", unknown);
        }
    }

    /** Whether only this machine can come there. */
    public boolean isLoopback() {
        return socket().getAddress().isLoopbackAddress();
    }

    @Override
    public String toString() {
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }
}
