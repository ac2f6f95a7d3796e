package io.flexmigrate.plan;

import io.flexmigrate.model.Secret;
import java.nio.file.Path;
import java.util.List;

/** Where a secret is to be had; resolved only when it is needed. */
public sealed interface SecretReference {

    /** A variable of our environment. */
    record Environment(String variable) implements SecretReference {}

    /** A file whose first line is the secret. */
    record FileContent(Path file) implements SecretReference {}

    /** A program whose first line of output is the secret. */
    record CommandOutput(List<String> command) implements SecretReference {
        public CommandOutput {
            command = List.copyOf(command);
        }
    }

    /** None: the program makes one up when it needs it, and tells nobody. */
    record MadeUp() implements SecretReference {}

    /** The secret itself, allowed only where the plan says {@code allow_literal_secrets: true}. */
    record Literal(Secret secret) implements SecretReference {}
}
