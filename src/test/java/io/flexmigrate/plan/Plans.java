package io.flexmigrate.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** Plans for tests, written to a directory and read from there. */
record Plans(Path directory) {

    static final String MINIMAL = """
            version: 1
            name: shop
            source:
              host: db1
              user: migrate
              password: { env: SOURCE_PASSWORD }
              replication:
                host: db1
                user: repl
                password: { env: REPL_PASSWORD }
            target:
              kind: flexible-server
              host: shop.mysql.database.azure.com
              user: admin1
              password: { env: TARGET_PASSWORD }
            """;

    /** The sample of the design. */
    static String sample() {
        try (InputStream input = Objects.requireNonNull(Plans.class.getResourceAsStream("/plan/design-sample.yaml"))) {
            return new String(input.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    Path file() {
        return directory.resolve("plan.yaml");
    }

    PlanFile read(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    PlanFile read(byte[] bytes) {
        try {
            Files.write(file(), bytes);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return new PlanReader().read(file());
    }

    /** What is said of a plan that must be refused, without the directory in front. */
    String refusal(String text) {
        return refusal(text.getBytes(StandardCharsets.UTF_8));
    }

    String refusal(byte[] bytes) {
        InvalidPlanException refusal = catchThrowableOfType(InvalidPlanException.class, () -> read(bytes));
        assertThat(refusal).as("the refusal of this plan").isNotNull();
        return String.valueOf(refusal.getMessage()).replace(directory + "/", "");
    }
}
