package io.flexmigrate.stage.flip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.flexmigrate.lab.FreePort;
import io.flexmigrate.lab.HaProxy;
import io.flexmigrate.lab.Lab;
import io.flexmigrate.lab.LabServer;
import io.flexmigrate.lab.LabVersion;
import io.flexmigrate.model.Secret;
import io.flexmigrate.mysql.ConnectionSettings;
import io.flexmigrate.mysql.MySqlException;
import io.flexmigrate.mysql.MySqlServer;
import io.flexmigrate.mysql.Session;
import io.flexmigrate.mysql.Sql;
import io.flexmigrate.plan.FlipHook;
import io.flexmigrate.plan.Plan;
import io.flexmigrate.plan.SecretReference;
import io.flexmigrate.process.ProcessRunner;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What sends clients to the target, against what it is made for. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FlipIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration WHILE = Duration.ofSeconds(2);
    private static final Sql WHO = Sql.of("asking who answers", "SELECT @@server_id AS id");

    private LabServer source;
    private LabServer target;

    @BeforeAll
    void startServers() {
        source = Lab.start(LabVersion.MYSQL_8_0, "--server-id=1");
        target = Lab.start(LabVersion.MYSQL_8_0, "--server-id=2");
    }

    @AfterAll
    void stopServers() {
        source.close();
        target.close();
    }

    private FlipFacts facts() {
        return new FlipFacts(
                "shop",
                new FlipFacts.Address(source.host(), source.port()),
                new FlipFacts.Address(target.host(), target.port()));
    }

    private static HaproxyFlip haproxy(String api, String backend, String to) {
        return haproxy(api, backend, to, PATIENCE);
    }

    private static HaproxyFlip haproxy(String api, String backend, String to, Duration timeout) {
        FlipHook.Haproxy hook = new FlipHook.Haproxy(api, backend, "source", to, timeout);
        return new HaproxyFlip(hook, new HaproxyApi(api, hook.timeout()));
    }

    @Test
    void anHaproxySendsItsClientsOverHoweverOftenItIsTold() throws InterruptedException {
        try (HaProxy proxy = HaProxy.start(FreePort.find(), FreePort.find(), source, target)) {
            HaproxyFlip flip = haproxy(proxy.api(), "mysql", "target");
            MySqlServer client = client(proxy);
            try (Session session = client.open()) {
                assertThat(session.query(WHO).get(0).number("id")).isEqualTo(1);
                assertThat(flip.objection()).isEmpty();

                flip.run();
                flip.run();

                assertThatThrownBy(() -> session.query(WHO)).isInstanceOf(MySqlException.class);
            }
            try (Session session = client.open()) {
                assertThat(session.query(WHO).get(0).number("id")).isEqualTo(2);
            }
        }
    }

    private static MySqlServer client(HaProxy proxy) {
        return MySqlServer.connecting(new ConnectionSettings(
                "client", "127.0.0.1", proxy.listenPort(), "root", Lab.ROOT_PASSWORD, "REQUIRED", Optional.empty()));
    }

    @Test
    void anHaproxyThatCannotDoItSaysWhy() throws InterruptedException {
        try (HaProxy proxy = HaProxy.start(FreePort.find(), FreePort.find(), source, target)) {
            assertThat(haproxy(proxy.api(), "mysql", "nobody").objection())
                    .contains("it knows no server mysql/nobody: 1");
            assertThat(haproxy(proxy.api(), "web", "target").objection().orElseThrow())
                    .contains("it knows no server web/source: Can't find backend.");
            assertThatThrownBy(() -> haproxy(proxy.api(), "mysql", "nobody").run())
                    .isInstanceOf(FlipException.class)
                    .hasMessageContaining("it refused: No such server.");
        }
        assertThat(haproxy("127.0.0.1:" + FreePort.find(), "mysql", "target")
                        .objection()
                        .orElseThrow())
                .contains("HAProxy does not answer at 127.0.0.1:");
        assertThat(haproxy("/nowhere/haproxy.sock", "mysql", "target")
                        .objection()
                        .orElseThrow())
                .contains("HAProxy does not answer at /nowhere/haproxy.sock");
    }

    @Test
    void anHaproxyThatSaysNothingIsNotWaitedForLong() throws IOException, InterruptedException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(haproxy("127.0.0.1:" + silent.getLocalPort(), "mysql", "target", WHILE)
                            .objection()
                            .orElseThrow())
                    .contains("did not answer within 2000 ms");
        }
    }

    @Test
    void anHaproxyIsNotAskedByWhoeverIsInterrupted() {
        try (HaProxy proxy = HaProxy.start(FreePort.find(), FreePort.find(), source, target)) {
            HaproxyFlip flip = haproxy(proxy.api(), "mysql", "target");

            Thread.currentThread().interrupt();

            assertThatThrownBy(flip::run).isInstanceOf(InterruptedException.class);
        } finally {
            Thread.interrupted();
        }
    }

    @Test
    void aCommandThatIsNotThereIsFoundOutBefore() throws InterruptedException {
        assertThat(command("no-such-program-anywhere").objection().orElseThrow())
                .contains("there is no program");
        assertThat(command("/etc/passwd").objection().orElseThrow()).contains("may not be run");
        CommandFlip told = command("sh", "-c", "test $MIGRATE_GROUP = shop && exit 3");
        assertThat(told.objection()).isEmpty();
        assertThatThrownBy(told::run).isInstanceOf(FlipException.class).hasMessageContaining("exit code 3");
    }

    private CommandFlip command(String... program) {
        return new CommandFlip(
                new Plan.Hook(List.of(program), PATIENCE), facts(), ProcessRunner.real(), Path.of("/"), line -> {});
    }

    private StatementsFlip statements(String password, String... statements) {
        Plan.Endpoint endpoint = new Plan.Endpoint(
                target.host(),
                target.port(),
                "root",
                new SecretReference.Environment("X"),
                new Plan.Tls(Plan.TlsMode.REQUIRED, Optional.empty()));
        return new StatementsFlip(
                new FlipHook.Statements(endpoint, List.of(statements), PATIENCE),
                facts(),
                MySqlServer.connecting(new ConnectionSettings(
                        "flip endpoint",
                        target.host(),
                        target.port(),
                        "root",
                        new Secret(password),
                        "REQUIRED",
                        Optional.empty())));
    }

    @Test
    void statementsAreSaidWithTheFactsInTheirPlaces() {
        target.execute("CREATE DATABASE admin", "CREATE TABLE admin.servers (host VARCHAR(60), port INT)");
        StatementsFlip flip = statements(
                Lab.ROOT_PASSWORD.value(),
                "REPLACE INTO admin.servers VALUES ('${target.host}', ${target.port})",
                "DO 1");
        assertThat(flip.objection()).isEmpty();

        flip.run();

        assertThat(target.root()
                        .query(Sql.of("looking", "SELECT port FROM admin.servers"))
                        .get(0)
                        .number("port"))
                .isEqualTo(target.port());
        assertThat(flip.shown()).isEqualTo("2 statement(s) for 127.0.0.1:" + target.port() + " as root");
    }

    @Test
    void statementsThatAreRefusedAreNotRepeatedInTheError() {
        assertThatThrownBy(() -> statements(Lab.ROOT_PASSWORD.value(), "SET PASSWORDD = 'hunter2'")
                        .run())
                .isInstanceOf(FlipException.class)
                .hasMessageContaining("statement 1 of the flip failed");
        assertThat(statements("wrong", "DO 1").objection().orElseThrow()).contains("Access denied");
    }

    @Test
    void aWebhookIsHeardOnlyWhenItIsAnsweredSo() throws IOException, InterruptedException {
        BlockingQueue<String> heard = new LinkedBlockingQueue<>();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            heard.add(exchange.getRequestHeaders().getFirst("Authorization") + " "
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(exchange.getRequestURI().getPath().equals("/ok") ? 204 : 503, -1);
            exchange.close();
        });
        server.start();
        try {
            String base = "http://127.0.0.1:" + server.getAddress().getPort();
            webhook(base + "/ok?key=secret").run();
            assertThat(heard.take()).startsWith("Bearer x {\"group\":\"shop\",\"source_host\":\"127.0.0.1\"");
            assertThat(webhook(base + "/ok?key=secret").shown()).isEqualTo("POST " + base + "/ok");
            assertThatThrownBy(() -> webhook(base + "/no").run())
                    .isInstanceOf(FlipException.class)
                    .hasMessage("it was answered with status 503");
        } finally {
            server.stop(0);
        }
        assertThatThrownBy(() ->
                        webhook("http://127.0.0.1:" + FreePort.find() + "/ok").run())
                .isInstanceOf(FlipException.class)
                .hasMessageContaining("it was not heard");
        assertThat(webhook("http://nobody.invalid/").objection()).contains("nobody knows the host nobody.invalid");
    }

    private WebhookFlip webhook(String url) {
        return new WebhookFlip(
                new FlipHook.Webhook(URI.create(url), Map.of(), PATIENCE),
                facts(),
                Map.of("Authorization", new Secret("Bearer x")));
    }
}
