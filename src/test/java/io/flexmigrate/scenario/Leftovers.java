package io.flexmigrate.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.flexmigrate.lab.FlexibleServerEmulation;
import io.flexmigrate.lab.LabServer;
import io.flexmigrate.mysql.Sql;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** What a run must not leave once it has ended: sessions and with them locks, and files with passwords. */
final class Leftovers {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final List<String> SECRETS = List.of(
            "lab-Migrate#1", Scenario.REPLICATION_PASSWORD.value(), FlexibleServerEmulation.ADMIN_PASSWORD.value());

    private Leftovers() {}

    static void assertNone(Scenario scenario) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(sessions(scenario.source)).isEmpty());
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(sessions(scenario.target)).isEmpty());
        assertThat(scenario.workDirectory().resolve("tmp")).isEmptyDirectory();
        assertThat(filesWithSecrets(scenario.workDirectory())).isEmpty();
    }

    private static List<String> sessions(LabServer server) {
        String query = "SELECT ID AS id, INFO AS info FROM information_schema.PROCESSLIST"
                + " WHERE USER IN ('migrate', 'flexadmin') OR STATE LIKE 'Waiting for % lock'";
        return server.root().query(Sql.of("looking for sessions", query)).stream()
                .map(Object::toString)
                .toList();
    }

    private static List<Path> filesWithSecrets(Path directory) {
        return filesWith(directory, SECRETS);
    }

    /** Files below a directory that hold one of these texts, but for the dump's. */
    static List<Path> filesWith(Path directory, List<String> texts) {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().endsWith(".sql"))
                    .filter(file -> hasOneOf(texts, file))
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static boolean hasOneOf(List<String> texts, Path file) {
        try {
            String text = Files.readString(file, StandardCharsets.ISO_8859_1);
            return texts.stream().anyMatch(text::contains);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
