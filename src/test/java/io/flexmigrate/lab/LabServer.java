package io.flexmigrate.lab;

import io.flexmigrate.model.Secret;
import io.flexmigrate.mysql.ConnectionSettings;
import io.flexmigrate.mysql.MySqlServer;
import io.flexmigrate.mysql.Sql;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A running MySQL server that belongs to one test; closing it removes it and its data. */
public interface LabServer extends AutoCloseable {

    LabVersion version();

    /** Where this machine, and every other server of the lab, reaches it. */
    String host();

    /** Stays the same over {@link #stop} and {@link #start}. */
    int port();

    /** As the server itself sees it; inside the container where the lab runs in Docker. */
    Path dataDirectory();

    /**
     * A PEM file on this machine with the certificate that signed the server's own.
     *
     * @throws IllegalStateException when the server has no TLS
     */
    Path caCertificate();

    /** Shuts the server down in good order; its data stay. */
    void stop();

    /** Starts a stopped or killed server again, on the same data and the same port, and waits until it answers. */
    void start();

    /** Ends the server with SIGKILL, as a crash would; its data stay as they are. */
    void kill();

    @Override
    void close();

    /** How an account logs in: encrypted where the version can. */
    default ConnectionSettings settings(String role, String user, Secret password) {
        return settings(role, user, password, version().sslMode());
    }

    /**
     * How an account logs in.
     *
     * @param sslMode one of Connector/J's, such as {@code DISABLED}, {@code REQUIRED} or {@code VERIFY_CA}
     */
    default ConnectionSettings settings(String role, String user, Secret password, String sslMode) {
        Optional<Path> ca = sslMode.startsWith("VERIFY") ? Optional.of(caCertificate()) : Optional.empty();
        return new ConnectionSettings(role, host(), port(), user, password, sslMode, ca);
    }

    /** The server as its superuser sees it. */
    default MySqlServer root() {
        return MySqlServer.connecting(settings("lab " + version().number(), "root", Lab.ROOT_PASSWORD));
    }

    /** Runs statements as the superuser, all on one connection. */
    default void execute(String... statements) {
        execute(List.of(statements));
    }

    default void execute(List<String> statements) {
        root().with(session -> {
            statements.forEach(statement -> session.execute(Sql.of("running " + firstLine(statement), statement)));
            return statements;
        });
    }

    private static String firstLine(String statement) {
        return statement.lines().findFirst().orElse("");
    }
}
