package io.flexmigrate.cli;

import io.flexmigrate.engine.StageFailedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The certificates by which the target is to trust the source: the PEM text itself, as the procedures take it. */
final class ReplicationCertificates {

    private ReplicationCertificates() {}

    /** The text of the file; empty without one. */
    static String read(Optional<Path> file) {
        if (file.isEmpty()) {
            return "";
        }
        try {
            String text = Files.readString(file.get());
            if (text.contains("-----BEGIN CERTIFICATE-----")) {
                return text;
            }
        } catch (IOException failure) {
            throw unusable(file.get(), "it cannot be read (" + failure.getMessage() + ")");
        }
        throw unusable(file.get(), "it holds no PEM certificate");
    }

    private static StageFailedException unusable(Path file, String why) {
        return new StageFailedException(
                "source.replication.ca names " + file + ", and " + why + ".",
                "Name a file with the PEM certificates that sign the source's, or none for a link without TLS.");
    }
}
