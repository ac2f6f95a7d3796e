package io.flexmigrate.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.flexmigrate.model.Secret;
import io.flexmigrate.time.Pause;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/**
 * Shows a run to browsers and to Prometheus, until it is closed: {@code /} is the page, {@code /events} what changes on it,
 * {@code /status.json} the same for programs, {@code /metrics} the numbers.
 */
public final class Listener implements AutoCloseable {

    private static final Set<String> ASKING = Set.of("GET", "HEAD");

    private final HttpServer server;
    private final ExecutorService threads;
    private final Shown shown;
    private final Admission admission;
    private final Login login;
    private final Feed feed;

    private Listener(HttpServer server, ExecutorService threads, Shown shown, Admission admission, Feed feed) {
        this.server = server;
        this.threads = threads;
        this.shown = shown;
        this.admission = admission;
        this.login = new Login(admission);
        this.feed = feed;
    }

    /**
     * Begins to listen.
     *
     * @param token what a visitor must show; needed where others than this machine can come
     * @throws IllegalArgumentException when it cannot listen there, or may not, saying why
     */
    public static Listener start(ListenAddress address, Optional<Secret> token, Shown shown) {
        if (token.isEmpty() && !address.isLoopback()) {
            throw new IllegalArgumentException(
                    "others than this machine can come to " + address + ", so it needs a token");
        }
        try {
            HttpServer server = HttpServer.create(address.socket(), 0);
            ExecutorService threads = Executors.newCachedThreadPool(task -> {
                Thread thread = new Thread(task, "listener");
                thread.setDaemon(true);
                return thread;
            });
            Listener listener = new Listener(
                    server, threads, shown, new Admission(token), new Feed(new Newest(shown), Pause.real()));
            server.setExecutor(threads);
            server.createContext("/", listener::handle);
            server.start();
            return listener;
        } catch (IOException failure) {
            throw new IllegalArgumentException(
                    "it is not possible to listen on " + address + ": " + failure.getMessage(), failure);
        }
    }

    /** Where it listens, with the port that was free. */
    public ListenAddress address() {
        InetSocketAddress address = server.getAddress();
        return new ListenAddress(address.getAddress().getHostAddress(), address.getPort());
    }

    private void handle(HttpExchange exchange) {
        try (exchange) {
            route(exchange);
        } catch (IOException | UncheckedIOException gone) {
            // because a browser may leave at any time
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private void route(HttpExchange exchange) throws IOException, InterruptedException {
        String path = exchange.getRequestURI().getPath();
        if (admission.token().isPresent()
                && path.equals(Login.PATH)
                && exchange.getRequestMethod().equals("POST")) {
            login.answer(exchange);
        } else if (!admission.admits(exchange)) {
            refuse(exchange, path);
        } else if (!ASKING.contains(exchange.getRequestMethod())) {
            Answer.text(405, "Nothing can be done here, only looked at.").send(exchange);
        } else if (path.equals("/events") && exchange.getRequestMethod().equals("GET")) {
            feed.serve(exchange);
        } else {
            answer(path).send(exchange);
        }
    }

    private void refuse(HttpExchange exchange, String path) throws IOException {
        if (admission.token().isEmpty()) {
            Answer.text(403, "This is shown on this machine only: ask for it as localhost.")
                    .send(exchange);
            return;
        }
        exchange.getResponseHeaders().set("WWW-Authenticate", "Bearer");
        (path.equals("/") ? Login.form("This needs a token.") : Answer.text(401, "This needs a token.")).send(exchange);
    }

    private Answer answer(String path) {
        return switch (path) {
            case "/" -> answer("text/html; charset=utf-8", shown::page);
            case "/status.json" -> answer("application/json; charset=utf-8", shown::json);
            case "/metrics" -> answer("text/plain; version=0.0.4; charset=utf-8", shown::metrics);
            default -> Answer.text(404, "There is nothing here. See /, /status.json and /metrics.");
        };
    }

    private static Answer answer(String type, Supplier<String> body) {
        try {
            return new Answer(200, type, body.get());
        } catch (Shown.NothingException nothing) {
            return Answer.text(503, String.valueOf(nothing.getMessage()));
        } catch (RuntimeException bug) {
            // because the run goes on whatever becomes of those who look
            return Answer.text(500, "This cannot be shown: " + bug);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
