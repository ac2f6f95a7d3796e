package io.flexmigrate.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A server from local binaries: a mysqld of ours on a directory of its own. */
final class LocalServer implements LabServer {

    private static final Duration LONGEST_SHUTDOWN = Duration.ofSeconds(60);

    private final LocalInstallation installation;
    private final Path directory;
    private final List<String> options;
    private final Thread endWithUs = new Thread(this::close, "end of a lab server");
    private Process process;
    private Watchdog watchdog;

    private LocalServer(LocalInstallation installation, Path directory, List<String> options) {
        this.installation = installation;
        this.directory = directory;
        this.options = List.copyOf(options);
        this.process = launch();
        this.watchdog = Watchdog.over(process, directory);
        Runtime.getRuntime().addShutdownHook(endWithUs);
    }

    static LocalServer start(LocalInstallation installation, List<String> options) {
        try {
            // because the path of a Unix socket may have 107 characters, and a project's directory may be deep
            Path directory = Files.createTempDirectory(ServerPlace.roomiest(), "migrate-lab-");
            Directories.create(directory.resolve("files"));
            installation.createData(directory.resolve("data"), options);
            LocalServer server = new LocalServer(installation, directory, options).awaited();
            installation.keepCertificates(directory.resolve("data"));
            return server;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public LabVersion version() {
        return installation.version();
    }

    @Override
    public String host() {
        return "127.0.0.1";
    }

    @Override
    public int port() {
        return ServerOptions.port(options);
    }

    @Override
    public Path dataDirectory() {
        return directory.resolve("data");
    }

    @Override
    public Path caCertificate() {
        Path ca = ServerOptions.value(options, "--ssl-ca")
                .map(Path::of)
                .orElse(dataDirectory().resolve("ca.pem"));
        if (!Files.exists(ca)) {
            throw new IllegalStateException("MySQL " + version().number() + " of the lab has no TLS");
        }
        return ca;
    }

    @Override
    public void stop() {
        watchdog.close();
        process.destroy();
        if (!endsWithin(LONGEST_SHUTDOWN)) {
            // because 8.0.15 was seen to hang for ever while it forced a session to close
            process.destroyForcibly();
        }
        awaitEnd();
    }

    private boolean endsWithin(Duration time) {
        try {
            return process.waitFor(time.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    @Override
    public void kill() {
        watchdog.close();
        process.destroyForcibly();
        awaitEnd();
    }

    @Override
    public void start() {
        if (process.isAlive()) {
            throw new IllegalStateException("the server on port " + port() + " runs already");
        }
        process = launch();
        watchdog = Watchdog.over(process, directory);
        awaited();
    }

    @Override
    public void close() {
        kill();
        Directories.delete(directory);
        if (!Thread.currentThread().equals(endWithUs)) {
            ShutdownHooks.remove(endWithUs);
        }
    }

    private Process launch() {
        List<String> command = new ArrayList<>(installation.command());
        command.addAll(List.of(
                "--datadir=" + dataDirectory(),
                "--socket=" + directory.resolve("s"),
                "--pid-file=" + directory.resolve("pid"),
                "--secure-file-priv=" + directory.resolve("files")));
        command.addAll(options);
        try {
            return new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(Redirect.appendTo(log().toFile()))
                    .redirectInput(Redirect.from(Path.of("/dev/null").toFile()))
                    .start();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Path log() {
        return directory.resolve("log");
    }

    private LocalServer awaited() {
        try {
            Answer.await(this, process::isAlive, () -> Shell.explained(Directories.read(log())));
            return this;
        } catch (RuntimeException failure) {
            close();
            throw failure;
        }
    }

    private void awaitEnd() {
        try {
            process.waitFor();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
