package io.flexmigrate.mysql;

import io.flexmigrate.model.Secret;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How to log in to a server.
 *
 * @param role what the server is to us: {@code source} or {@code target}
 * @param sslMode one of Connector/J's {@code sslMode} values, such as {@code VERIFY_CA}
 * @param ca file with PEM certificates to trust; empty: those the Java runtime trusts
 */
public record ConnectionSettings(
        String role, String host, int port, String user, Secret password, String sslMode, Optional<Path> ca) {

    public String address() {
        return host + ":" + port;
    }
}
