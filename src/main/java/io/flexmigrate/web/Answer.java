package io.flexmigrate.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;

/**
 * What is sent back at once.
 *
 * @param status HTTP's
 * @param type of the body
 */
record Answer(int status, String type, String body) {

    private static final String TEXT = "text/plain; charset=utf-8";

    static Answer text(int status, String body) {
        return new Answer(status, TEXT, body + "\n");
    }

    static Answer html(int status, String body) {
        return new Answer(status, "text/html; charset=utf-8", body);
    }

    void send(HttpExchange exchange) throws IOException {
        guard(exchange.getResponseHeaders());
        exchange.getResponseHeaders().set("Content-Type", type);
        byte[] bytes = body.getBytes(UTF_8);
        boolean isHead = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, isHead ? -1 : bytes.length);
        if (!isHead) {
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }

    /** Nothing is kept, guessed, framed or told to other sites. */
    static void guard(Headers headers) {
        headers.set("Cache-Control", "no-store");
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("X-Frame-Options", "DENY");
    }
}
