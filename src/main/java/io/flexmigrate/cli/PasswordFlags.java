package io.flexmigrate.cli;

import io.flexmigrate.plan.SecretReference;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Where a password is to be had, as the command line says it.
 *
 * @param side what its options begin with, such as {@code --source}
 */
record PasswordFlags(String side, Optional<String> variable, Optional<Path> file) {

    /** What is wrong with it. */
    List<String> problems() {
        String options = side + "-password-env or " + side + "-password-file";
        if (variable.isEmpty() && file.isEmpty()) {
            return List.of("missing: " + options);
        }
        return variable.isPresent() && file.isPresent() ? List.of("only one of: " + options) : List.of();
    }

    /** The reference, with its path rewritten. */
    SecretReference reference(UnaryOperator<Path> path) {
        return file.<SecretReference>map(it -> new SecretReference.FileContent(path.apply(it)))
                .orElseGet(() -> new SecretReference.Environment(variable.orElse("")));
    }
}
