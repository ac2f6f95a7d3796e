package io.flexmigrate.stage.notice;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import io.flexmigrate.engine.StageName;
import io.flexmigrate.model.Secret;
import io.flexmigrate.plan.FlipHook;
import io.flexmigrate.plan.Occasion;
import io.flexmigrate.plan.OccasionHook;
import io.flexmigrate.plan.Plan;
import io.flexmigrate.plan.SecretReference;
import io.flexmigrate.process.ProcessRunner;
import io.flexmigrate.time.SystemClock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hooks that work, fail and hang: real programs and a real web server. */
class CouriersIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration MOMENT = Duration.ofMillis(300);
    /** In which the head of an answer comes also where the machine is busy. */
    private static final Duration WHILE = Duration.ofSeconds(5);

    private static final Notices NOTICES = new Notices("shop", "run-1");

    private final BlockingQueue<String> warnings = new LinkedBlockingQueue<>();

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path directory;

    private static Notice failed(String message) {
        return NOTICES.failed(StageName.LOAD, message, Instant.EPOCH, 1);
    }

    private Couriers couriers(Duration patience, FlipHook... hooks) {
        List<Recipient> recipients = Stream.of(hooks)
                .map(hook -> new Recipient(
                        new OccasionHook(Set.of(Occasion.FAILED), hook),
                        reference -> new Secret("Bearer x"),
                        ProcessRunner.real(),
                        directory,
                        line -> {}))
                .toList();
        return new Couriers(recipients, warnings::add, patience);
    }

    private static FlipHook shell(String script, Duration timeout) {
        return new FlipHook.Program(new Plan.Hook(List.of("sh", "-c", script), timeout));
    }

    private static FlipHook webhook(HttpServer server, String path, Duration timeout) {
        return new FlipHook.Webhook(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path),
                Map.of("Authorization", new SecretReference.Environment("TOKEN")),
                timeout);
    }

    private static HttpServer serving(HttpHandler handler) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", handler);
        server.start();
        return server;
    }

    @Test
    void aProgramFindsTheFactsInItsEnvironmentInOrder() throws IOException {
        try (Couriers couriers = couriers(
                PATIENCE, shell("echo $MIGRATE_EVENT $MIGRATE_EXIT_CODE \"$MIGRATE_MESSAGE\" >> told", PATIENCE))) {
            couriers.tell(failed("one"));
            couriers.tell(NOTICES.gate("nobody asked for this", Instant.EPOCH));
            couriers.tell(failed("two; $(touch hacked)"));
        }

        assertThat(Files.readAllLines(directory.resolve("told")))
                .containsExactly("failed 1 one", "failed 1 two; $(touch hacked)");
        assertThat(directory.resolve("hacked")).doesNotExist();
        assertThat(warnings).isEmpty();
    }

    @Test
    void aWebServerGetsTheFactsAndTheSecretsOfThePlan() throws IOException {
        BlockingQueue<String> heard = new LinkedBlockingQueue<>();
        HttpServer server = serving(exchange -> {
            heard.add(exchange.getRequestHeaders().getFirst("Authorization") + " "
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(exchange.getRequestURI().getPath().equals("/ok") ? 200 : 500, -1);
            exchange.close();
        });
        try (Couriers couriers =
                couriers(PATIENCE, webhook(server, "/ok", PATIENCE), webhook(server, "/secret-path", PATIENCE))) {
            couriers.tell(failed("it \"broke\""));
        } finally {
            server.stop(0);
        }

        assertThat(heard)
                .hasSize(2)
                .allSatisfy(said -> assertThat(said)
                        .startsWith("Bearer x {\"event\":\"failed\",\"exit_code\":\"1\"")
                        .contains("\"message\":\"it \\\"broke\\\"\""));
        assertThat(warnings)
                .containsExactly(
                        "The hook 'POST to 127.0.0.1' was not told of failed: it was answered with status 500.");
    }

    @Test
    void aServerThatNeverEndsItsAnswerIsNotWaitedForLong() throws IOException, InterruptedException {
        HttpServer server = serving(exchange -> exchange.sendResponseHeaders(200, 100));
        try (Couriers couriers = couriers(PATIENCE, webhook(server, "/", WHILE))) {
            couriers.tell(failed("one"));

            assertThat(warnings.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                    .contains("it was not answered within 5000 ms");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void aProgramThatFailsIsAWarningAndTheNextNoticeIsTold() throws IOException {
        try (Couriers couriers = couriers(PATIENCE, shell("echo $MIGRATE_MESSAGE >> told; exit 7", PATIENCE))) {
            couriers.tell(failed("one"));
            couriers.tell(failed("two"));
        }

        assertThat(Files.readAllLines(directory.resolve("told"))).containsExactly("one", "two");
        assertThat(warnings)
                .hasSize(2)
                .allSatisfy(warning -> assertThat(warning)
                        .startsWith("The hook 'sh -c ")
                        .contains("was not told of failed: it ended with exit code 7"));
    }

    @Test
    void aProgramThatHangsIsKilledAndHoldsUpNobodyElse() {
        try (Couriers couriers = couriers(
                PATIENCE, shell("sleep 600", Duration.ofHours(1)), shell("echo $MIGRATE_MESSAGE >> told", PATIENCE))) {
            couriers.tell(failed("one"));
            Awaitility.await().atMost(PATIENCE).until(() -> Files.exists(directory.resolve("told")));
            couriers.hurry();
        }
        try (Couriers couriers = couriers(PATIENCE, shell("sleep 600", MOMENT))) {
            couriers.tell(failed("one"));
        }

        assertThat(warnings).last().asString().contains("did not end within 0 s and was killed");
    }

    @Test
    void theEndIsWaitedForOnlyAWhileAndWhatWasLostIsSaid() {
        SystemClock.Stopwatch stopwatch = SystemClock.stopwatch();
        try (Couriers couriers = couriers(MOMENT, shell("sleep 600", Duration.ofHours(1)))) {
            couriers.tell(failed("one"));
            couriers.tell(failed("two"));
        }

        assertThat(stopwatch.elapsed()).isLessThan(PATIENCE);
        assertThat(warnings).singleElement().asString().contains("2 notice(s) were not delivered");
    }

    @Test
    void whoTellsNeverWaitsHoweverMuchIsQueued() {
        try (Couriers couriers = couriers(Duration.ZERO, shell("sleep 600", Duration.ofHours(1)))) {
            for (int number = 0; number < 2 * Courier.MOST_QUEUED; number++) {
                couriers.tell(failed("number " + number));
            }
        }

        assertThat(warnings)
                .anySatisfy(warning -> assertThat(warning).contains("notice(s) were not delivered"))
                .anySatisfy(warning -> assertThat(warning).contains("was slower than the run: "));
    }
}
