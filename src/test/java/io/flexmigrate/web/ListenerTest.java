package io.flexmigrate.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.flexmigrate.model.Secret;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ListenerTest {

    private static final ListenAddress LOOPBACK = new ListenAddress("127.0.0.1", 0);
    private static final Secret TOKEN = new Secret("open&sesame é");

    private final HttpClient client = HttpClient.newHttpClient();

    /** A run that may be there or not. */
    private record Fixed(boolean isThere) implements Shown {
        @Override
        public String page() {
            return text("<p>the page</p>");
        }

        @Override
        public String parts() {
            return text("<section>\n  one</section>");
        }

        @Override
        public String json() {
            return text("{}");
        }

        @Override
        public String metrics() {
            return text("migrate_rows_loaded 1\n");
        }

        private String text(String text) {
            if (!isThere) {
                throw new NothingException("There is no run yet.");
            }
            return text;
        }
    }

    /** One with a bug in it. */
    private static final Shown BROKEN = new Shown() {
        @Override
        public String page() {
            throw new IllegalStateException("a bug");
        }

        @Override
        public String parts() {
            throw new IllegalStateException("a bug");
        }

        @Override
        public String json() {
            throw new IllegalStateException("a bug");
        }

        @Override
        public String metrics() {
            throw new IllegalStateException("a bug");
        }
    };

    private static Listener open() {
        return Listener.start(LOOPBACK, Optional.empty(), new Fixed(true));
    }

    private HttpResponse<String> get(Listener listener, String path, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://" + listener.address() + path));
        return client.send((headers.length == 0 ? request : request.headers(headers)).build(), BodyHandlers.ofString());
    }

    @ParameterizedTest
    @CsvSource({
        "/, 200, text/html; charset=utf-8, <p>the page</p>",
        "/status.json, 200, application/json; charset=utf-8, {}",
        "/metrics, 200, text/plain; version=0.0.4; charset=utf-8, 'migrate_rows_loaded 1\n'",
        "/etc/passwd, 404, text/plain; charset=utf-8, 'There is nothing here. See /, /status.json and /metrics.\n'"
    })
    void answersWithWhatIsAskedFor(String path, int status, String type, String body)
            throws IOException, InterruptedException {
        try (Listener listener = open()) {
            HttpResponse<String> answer = get(listener, path);

            assertThat(answer.statusCode()).isEqualTo(status);
            assertThat(answer.headers().firstValue("Content-Type")).contains(type);
            assertThat(answer.body()).isEqualTo(body);
            assertThat(answer.headers().map())
                    .containsKeys("x-content-type-options", "x-frame-options", "cache-control");
        }
    }

    @Test
    void saysWhyThereIsNothingToShow() throws IOException, InterruptedException {
        try (Listener listener = Listener.start(LOOPBACK, Optional.empty(), new Fixed(false))) {
            HttpResponse<String> answer = get(listener, "/metrics");

            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.body()).isEqualTo("There is no run yet.\n");
            assertThat(firstEvent(listener)).isEqualTo("event: trouble\ndata: There is no run yet.");
        }
    }

    @Test
    void saysThatSomethingCannotBeShown() throws IOException, InterruptedException {
        try (Listener listener = Listener.start(LOOPBACK, Optional.empty(), BROKEN)) {
            assertThat(get(listener, "/").statusCode()).isEqualTo(500);
            assertThat(firstEvent(listener)).startsWith("event: trouble\ndata: What is new cannot be shown");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.2", "localhost", "[::1]"})
    void answersToEveryNameOfTheLoopbackInterface(String host) throws IOException {
        try (Listener listener = Listener.start(new ListenAddress("127.0.0.2", 0), Optional.empty(), new Fixed(true));
                Socket socket = new Socket(
                        InetAddress.getByAddress(new byte[] {127, 0, 0, 2}),
                        listener.address().port())) {
            socket.getOutputStream()
                    .write(("GET / HTTP/1.1\r\nHost: " + host + ":80\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.UTF_8));

            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 200");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "OPTIONS"})
    void doesNothingButAnswer(String method) throws IOException, InterruptedException {
        try (Listener listener = open()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://" + listener.address() + "/"))
                    .method(method, BodyPublishers.ofString("token=x"))
                    .build();

            assertThat(client.send(request, BodyHandlers.ofString()).statusCode())
                    .isEqualTo(405);
        }
    }

    @Test
    void sendsThePartsAsAnEvent() throws IOException {
        try (Listener listener = open()) {
            assertThat(firstEvent(listener)).isEqualTo("event: parts\ndata: <section>\ndata:   one</section>");
        }
    }

    /** A site that a visitor's browser takes for one with the address of this machine. */
    @Test
    void refusesWhoeverAsksByAnotherName() throws IOException {
        try (Listener listener = open()) {
            assertThat(raw(listener, "GET / HTTP/1.1\r\nHost: evil.example:80\r\nConnection: close\r\n\r\n"))
                    .startsWith("HTTP/1.1 403")
                    .doesNotContain("the page");
            assertThat(raw(listener, "GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                    .startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void wantsTheTokenWhereThereIsOne() throws IOException, InterruptedException {
        try (Listener listener = Listener.start(LOOPBACK, Optional.of(TOKEN), new Fixed(true))) {
            assertThat(get(listener, "/status.json").statusCode()).isEqualTo(401);
            assertThat(get(listener, "/events").statusCode()).isEqualTo(401);
            assertThat(get(listener, "/").body()).contains("<form").doesNotContain("the page");
            assertThat(get(listener, "/metrics", "Authorization", "Bearer wrong")
                            .statusCode())
                    .isEqualTo(401);
            assertThat(get(listener, "/metrics", "Cookie", "migrate=").statusCode())
                    .isEqualTo(401);
        }
    }

    @Test
    void letsInWhoShowsTheToken() throws IOException, InterruptedException {
        Secret plain = new Secret("sesame");
        try (Listener listener = Listener.start(LOOPBACK, Optional.of(plain), new Fixed(true))) {
            assertThat(get(listener, "/metrics", "Authorization", "Bearer sesame")
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void givesABrowserACookieForTheToken() throws IOException, InterruptedException {
        try (Listener listener = Listener.start(LOOPBACK, Optional.of(TOKEN), new Fixed(true))) {
            assertThat(login(listener, "token=open").statusCode()).isEqualTo(401);

            HttpResponse<String> welcome = login(listener, "token=open%26sesame+%C3%A9");

            assertThat(welcome.statusCode()).isEqualTo(303);
            String cookie = welcome.headers().firstValue("Set-Cookie").orElseThrow();
            assertThat(cookie).contains("HttpOnly", "SameSite=Strict").doesNotContain("sesame");
            assertThat(get(listener, "/", "Cookie", "a=b; " + cookie.replaceFirst(";.*", ""))
                            .body())
                    .contains("the page");
        }
    }

    @Test
    void listensElsewhereOnlyWithAToken() {
        ListenAddress everywhere = new ListenAddress("0.0.0.0", 0);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Listener.start(everywhere, Optional.empty(), new Fixed(true)))
                .withMessage("others than this machine can come to 0.0.0.0:0, so it needs a token");
    }

    @Test
    void saysThatAPortIsTaken() {
        try (Listener first = open()) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Listener.start(first.address(), Optional.empty(), new Fixed(true)))
                    .withMessageContaining("it is not possible to listen on " + first.address());
        }
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.1:8080, true", "[::1]:0, true", "localhost:80, true", "0.0.0.0:80, false"})
    void readsAddresses(String text, boolean isLoopback) {
        ListenAddress address = ListenAddress.of(text);

        assertThat(address).hasToString(text);
        assertThat(address.isLoopback()).isEqualTo(isLoopback);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "8080", ":8080", "localhost", "localhost:", "localhost:99999", "a b:1", "::1:80"})
    void refusesWhatIsNoAddress(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ListenAddress.of(text))
                .withMessageContaining("is not HOST:PORT, such as 127.0.0.1:8080");
    }

    private HttpResponse<String> login(Listener listener, String body) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create("http://" + listener.address() + "/token"))
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private static String firstEvent(Listener listener) throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), listener.address().port())) {
            socket.getOutputStream()
                    .write("GET /events HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.UTF_8));
            BufferedReader reader =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            StringBuilder event = new StringBuilder();
            String line = Objects.requireNonNull(reader.readLine());
            while (!line.isEmpty() || event.isEmpty()) {
                if (line.startsWith("event:") || line.startsWith("data:")) {
                    event.append(event.isEmpty() ? "" : "\n").append(line);
                }
                line = Objects.requireNonNull(reader.readLine());
            }
            return event.toString();
        }
    }

    private static String raw(Listener listener, String request) throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), listener.address().port())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
