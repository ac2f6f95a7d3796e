package io.flexmigrate.cli;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Where statements go that would put right what a comparison finds. */
@SuppressWarnings("NullAway.Init") // picocli sets the command
final class RepairParameters {

    @Option(
            names = "--repair-sql",
            paramLabel = "FILE",
            description =
                    "Write a new file of statements that would make the target's rows the source's. They are never applied"
                            + " by this program, and they hold the values of rows.")
    private Optional<Path> file = Optional.empty();

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    /**
     * The file.
     *
     * @throws ParameterException when it is certain that it cannot be written
     */
    Optional<RepairFile> file() {
        Optional<RepairFile> wanted = file.map(RepairFile::new);
        wanted.flatMap(RepairFile::problem).ifPresent(problem -> {
            throw new ParameterException(command.commandLine(), "--repair-sql: " + problem);
        });
        return wanted;
    }
}
