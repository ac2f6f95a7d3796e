package io.flexmigrate.scenario;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.lab.FlexibleServerEmulation;
import io.flexmigrate.model.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A run that must be refused in words, and leave both servers as they were. */
record Refusal(Scenario scenario) {

    private static final List<Secret> SECRETS =
            List.of(Scenario.MIGRATE_PASSWORD, Scenario.REPLICATION_PASSWORD, FlexibleServerEmulation.ADMIN_PASSWORD);

    /** Runs the plan, and returns what was said. */
    String of(int exitCode, Path plan) throws InterruptedException {
        ServerState source = ServerState.of(scenario.source);
        ServerState target = ServerState.of(scenario.target);
        String output = outputOf(exitCode, plan);

        assertThat(ServerState.of(scenario.source)).as("the source after it").isEqualTo(source);
        assertThat(ServerState.of(scenario.target)).as("the target after it").isEqualTo(target);
        return output;
    }

    /** Runs the plan where the servers may change, and returns what was said. */
    String outputOf(int exitCode, Path plan) throws InterruptedException {
        try (Program migrate = scenario.migrate("run", plan)) {
            String output = migrate.endsWith(exitCode);
            assertThat(output).doesNotContain("\tat ").doesNotContain("Exception");
            assertNoSecretIn(output);
            files(scenario.workDirectory()).forEach(file -> assertNoSecretIn(content(file)));
            return output;
        }
    }

    private static void assertNoSecretIn(String text) {
        SECRETS.forEach(secret -> assertThat(text).doesNotContain(secret.value()));
    }

    private static List<Path> files(Path directory) {
        if (!Files.exists(directory)) {
            return List.of();
        }
        try (Stream<Path> walk = Files.walk(directory)) {
            return walk.filter(Files::isRegularFile).toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String content(Path file) {
        try {
            return Files.readString(file, ISO_8859_1);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
