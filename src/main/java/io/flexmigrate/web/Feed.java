package io.flexmigrate.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import io.flexmigrate.time.Pause;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Server-sent events: the parts of the page, whenever they are others than a second before.
 *
 * @param parts the newest that were made, for all who look
 */
record Feed(Supplier<Feed.Parts> parts, Pause pause) {

    /**
     * What was made, or why it could not be.
     *
     * @param isTrouble whether it is a sentence that says why there is nothing
     */
    record Parts(String text, boolean isTrouble) {}

    private static final Duration ROUND = Duration.ofSeconds(1);
    private static final int SILENT_ROUNDS = 15;

    /** Until the browser is gone or we end. */
    void serve(HttpExchange exchange) throws IOException, InterruptedException {
        Answer.guard(exchange.getResponseHeaders());
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream; charset=utf-8");
        exchange.sendResponseHeaders(200, 0);
        Optional<Parts> before = Optional.empty();
        int silent = 0;
        try (OutputStream out = exchange.getResponseBody()) {
            while (true) {
                Parts now = parts.get();
                if (!before.equals(Optional.of(now))) {
                    out.write(event(now).getBytes(UTF_8));
                    out.flush();
                    silent = 0;
                } else if (++silent >= SILENT_ROUNDS) {
                    // because a proxy between would end what is silent, and because that is how we hear that nobody
                    // listens
                    out.write(": nothing new\n\n".getBytes(UTF_8));
                    out.flush();
                    silent = 0;
                }
                before = Optional.of(now);
                pause.pause(ROUND);
            }
        }
    }

    private static String event(Parts parts) {
        StringBuilder event = new StringBuilder(parts.isTrouble() ? "event: trouble\n" : "event: parts\n");
        parts.text().lines().forEach(line -> event.append("data: ").append(line).append('\n'));
        return event.append('\n').toString();
    }
}
