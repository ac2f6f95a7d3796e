package io.flexmigrate.cli;

import io.flexmigrate.plan.Plan.TlsMode;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options that say how we reach the target. */
final class TargetOptions {

    @Option(names = "--target-host", paramLabel = "HOST", description = "The target: the server that is gone to.")
    private Optional<String> host = Optional.empty();

    @Option(names = "--target-port", paramLabel = "PORT", description = "Default: 3306.", defaultValue = "3306")
    private int port = 3306;

    @Option(names = "--target-user", paramLabel = "USER", description = "The account we log in with there.")
    private Optional<String> user = Optional.empty();

    @Option(
            names = "--target-password-env",
            paramLabel = "VAR",
            description = "The environment variable that holds its password.")
    private Optional<String> variable = Optional.empty();

    @Option(names = "--target-password-file", paramLabel = "FILE", description = "Or a file: the first line of it.")
    private Optional<Path> file = Optional.empty();

    @Option(
            names = "--target-tls-mode",
            paramLabel = "MODE",
            converter = TlsModeWord.class,
            description = "disabled, preferred, required, verify-ca, verify-identity. Default: what both sides can.")
    private Optional<TlsMode> mode = Optional.empty();

    @Option(names = "--target-tls-ca", paramLabel = "FILE", description = "PEM file with who signs its certificate.")
    private Optional<Path> ca = Optional.empty();

    ServerFlags flags() {
        return new ServerFlags("--target", host, port, user, new PasswordFlags("--target", variable, file), mode, ca);
    }
}
