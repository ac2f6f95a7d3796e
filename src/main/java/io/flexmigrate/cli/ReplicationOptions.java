package io.flexmigrate.cli;

import io.flexmigrate.plan.Plan.Replication;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Option;

/** The options that say how the target reaches the source. */
final class ReplicationOptions {

    @Option(
            names = "--replication-host",
            paramLabel = "HOST",
            description = "The source as the target reaches it. Default: that of the source.")
    private Optional<String> host = Optional.empty();

    @Option(
            names = "--replication-user",
            paramLabel = "USER",
            description = "The account by which the target replicates from the source.")
    private Optional<String> user = Optional.empty();

    @Option(
            names = "--replication-password-env",
            paramLabel = "VAR",
            description = "The environment variable that holds its password.")
    private Optional<String> variable = Optional.empty();

    @Option(
            names = "--replication-password-file",
            paramLabel = "FILE",
            description = "Or a file: the first line of it.")
    private Optional<Path> file = Optional.empty();

    List<String> problems() {
        List<String> problems = new ArrayList<>();
        if (user.isEmpty()) {
            problems.add("missing: --replication-user");
        }
        problems.addAll(password().problems());
        return problems;
    }

    private PasswordFlags password() {
        return new PasswordFlags("--replication", variable, file);
    }

    /** How a plan says it; the authorities that sign the source's certificate are the same for everybody. */
    Replication replication(ServerFlags source, UnaryOperator<Path> path) {
        return new Replication(
                host.or(source::host).orElse(""),
                source.port(),
                user.orElse(""),
                password().reference(path),
                source.ca().map(path),
                false);
    }
}
