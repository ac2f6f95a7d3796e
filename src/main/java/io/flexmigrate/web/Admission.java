package io.flexmigrate.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import io.flexmigrate.model.Secret;
import java.net.InetSocketAddress;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Who may look.
 *
 * <p>Without a token: who is on this machine, and asks for it by a name of the loopback interface, so that no web site can look
 * by way of a visitor's browser (DNS rebinding). With a token: who shows it, as {@code Authorization: Bearer}, or as the cookie
 * that {@link Login} gives for it.
 *
 * @param token empty where none is needed
 */
record Admission(Optional<Secret> token) {

    static final String COOKIE = "migrate";

    /** Names that no name server is asked for. */
    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1]|\\[0(:0){6}:1]");

    boolean admits(HttpExchange exchange) {
        return token.isEmpty() ? isLocal(exchange) : showsToken(exchange.getRequestHeaders());
    }

    private static boolean isLocal(HttpExchange exchange) {
        InetSocketAddress us = exchange.getLocalAddress();
        String host = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Host"))
                .orElse("")
                .replaceFirst(":\\d+$", "");
        return us.getAddress().isLoopbackAddress() && LOOPBACK.matcher(host).matches();
    }

    private boolean showsToken(Headers headers) {
        return headers.getOrDefault("Authorization", List.of()).stream()
                        .filter(value -> value.startsWith("Bearer "))
                        .anyMatch(value -> isToken(value.substring("Bearer ".length())))
                || headers.getOrDefault("Cookie", List.of()).stream()
                        .flatMap(value -> Arrays.stream(value.split(";", -1)))
                        .map(String::trim)
                        .filter(cookie -> cookie.startsWith(COOKIE + "="))
                        .anyMatch(cookie -> same(cookie.substring(COOKIE.length() + 1), cookie()));
    }

    /** Whether this is it; takes as long for any wrong one. */
    boolean isToken(String shown) {
        return token.isPresent() && same(shown, token.get().value());
    }

    /** What stands for the token in a browser: it cannot be turned back into it. */
    String cookie() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(("migrate " + token.map(Secret::value).orElse("")).getBytes(UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(UTF_8), other.getBytes(UTF_8));
    }
}
