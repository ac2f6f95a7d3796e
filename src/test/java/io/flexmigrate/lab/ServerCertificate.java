package io.flexmigrate.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * What a server shows of itself, in PEM files.
 *
 * @param authority the certificate of who signed it
 * @param certificate its own
 * @param key its private key
 */
public record ServerCertificate(Path authority, Path certificate, Path key) {

    /** The options by which mysqld shows it. */
    public List<String> mysqldOptions() {
        return List.of("--ssl-ca=" + authority, "--ssl-cert=" + certificate, "--ssl-key=" + key);
    }

    /** Lets a server that is stopped show another certificate from its next start on. */
    public void exchangeFor(ServerCertificate other) {
        try {
            Files.copy(other.certificate, certificate, StandardCopyOption.REPLACE_EXISTING);
            Files.copy(other.key, key, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
