package io.flexmigrate.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;

/** Asks a browser for the token, and gives it a cookie for it. */
record Login(Admission admission) {

    static final String PATH = "/token";

    private static final int LONGEST = 4096;
    private static final String FORM = """
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8"><title>migrate</title>
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; form-action 'self'; base-uri 'none'">
            <meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"></head>
            <body><main><h1>migrate</h1>
            <p role="status">%s</p>
            <form method="post" action="/token"><label>Token <input type="password" name="token" autocomplete="off" required autofocus></label>
            <button>Look</button></form></main></body></html>
            """;

    /** The form. */
    static Answer form(String said) {
        return Answer.html(401, FORM.formatted(said));
    }

    void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readNBytes(LONGEST), UTF_8);
        String token = body.startsWith("token=") ? decoded(body.substring("token=".length())) : "";
        if (!admission.isToken(token)) {
            form("That is not the token.").send(exchange);
            return;
        }
        exchange.getResponseHeaders()
                .set("Set-Cookie", Admission.COOKIE + "=" + admission.cookie() + "; HttpOnly; SameSite=Strict; Path=/");
        exchange.getResponseHeaders().set("Location", "/");
        new Answer(303, "text/plain; charset=utf-8", "").send(exchange);
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, UTF_8);
        } catch (IllegalArgumentException malformed) {
            return "";
        }
    }
}
