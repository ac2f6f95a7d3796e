package io.flexmigrate.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** A HAProxy with {@code scripts/haproxy.cfg} between clients and two servers; clients begin on the source. */
public final class HaProxy implements AutoCloseable {

    private static final Path CONFIGURATION = Path.of("scripts", "haproxy.cfg");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String LOOPBACK = "127.0.0.1:";

    private final Process process;
    private final Path log;
    private final int listenPort;
    private final int apiPort;
    private final Thread endWithUs = new Thread(this::end, "end of HAProxy");

    private HaProxy(Process process, Path log, int listenPort, int apiPort) {
        this.process = process;
        this.log = log;
        this.listenPort = listenPort;
        this.apiPort = apiPort;
        Runtime.getRuntime().addShutdownHook(endWithUs);
    }

    /**
     * Starts it and waits until it listens.
     *
     * @param apiPort of the runtime API, for {@code scripts/flip-haproxy}
     */
    public static HaProxy start(int listenPort, int apiPort, LabServer source, LabServer target) {
        ProcessBuilder builder =
                new ProcessBuilder("haproxy", "-db", "-f", CONFIGURATION.toString()).redirectErrorStream(true);
        builder.environment()
                .putAll(Map.of(
                        "HAPROXY_LISTEN", LOOPBACK + listenPort,
                        "HAPROXY_API", LOOPBACK + apiPort,
                        "SOURCE", source.host() + ":" + source.port(),
                        "TARGET", target.host() + ":" + target.port()));
        try {
            Path log = Files.createTempFile("migrate-lab-haproxy-", ".log");
            log.toFile().deleteOnExit();
            return new HaProxy(builder.redirectOutput(log.toFile()).start(), log, listenPort, apiPort).awaited();
        } catch (IOException failure) {
            throw new UncheckedIOException("HAProxy does not start: install Debian's package haproxy", failure);
        }
    }

    public int listenPort() {
        return listenPort;
    }

    /** The runtime API as {@code scripts/flip-haproxy} wants it. */
    public String api() {
        return LOOPBACK + apiPort;
    }

    /**
     * Gives orders to the runtime API, and waits until they are carried out.
     *
     * @param orders with semicolons between
     */
    public void order(String orders) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), apiPort)) {
            socket.setSoTimeout(Math.toIntExact(PATIENCE.toMillis()));
            socket.getOutputStream().write((orders + "\n").getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            if (!answer.isBlank()) {
                throw new IllegalStateException("HAProxy refuses " + orders + ": " + answer.strip());
            }
        }
    }

    private HaProxy awaited() {
        try {
            Awaitility.await()
                    .atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> !process.isAlive() || listens());
        } catch (ConditionTimeoutException timeout) {
            close();
            throw new IllegalStateException(
                    "HAProxy does not listen on " + api() + ". It said: " + Directories.read(log), timeout);
        }
        if (!process.isAlive()) {
            throw new IllegalStateException("HAProxy ended at once. It said: " + Directories.read(log));
        }
        return this;
    }

    /** Whether it answers, as it does once it has all its ports; to look by taking one would keep it from HAProxy. */
    private boolean listens() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), apiPort)) {
            socket.setSoTimeout(Math.toIntExact(PATIENCE.toMillis()));
            socket.getOutputStream().write("show info\n".getBytes(StandardCharsets.US_ASCII));
            return socket.getInputStream().read() >= 0;
        } catch (IOException notYet) {
            return false;
        }
    }

    @Override
    public void close() {
        end();
        ShutdownHooks.remove(endWithUs);
    }

    private void end() {
        process.destroyForcibly();
    }
}
