package io.flexmigrate.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.flexmigrate.engine.StageFailedException;
import io.flexmigrate.model.Secret;
import io.flexmigrate.plan.SecretReference;
import io.flexmigrate.plan.SecretReference.CommandOutput;
import io.flexmigrate.plan.SecretReference.Environment;
import io.flexmigrate.plan.SecretReference.FileContent;
import io.flexmigrate.plan.SecretReference.Literal;
import io.flexmigrate.process.Command;
import io.flexmigrate.process.ProcessException;
import io.flexmigrate.process.ProcessRunner;
import io.flexmigrate.process.RunningProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

    private static final String FIELD = "source.password";

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path directory;

    private final List<Command> commands = new ArrayList<>();

    @Test
    void takesAVariable() throws InterruptedException {
        assertThat(resolved(new Environment("SET"))).isEqualTo(new Secret("from environment"));
    }

    @Test
    void takesTheFirstLineOfAFile() throws IOException, InterruptedException {
        Path file = Files.writeString(directory.resolve("secret"), " pass word \r\nsecond\n");

        assertThat(resolved(new FileContent(file))).isEqualTo(new Secret(" pass word "));
    }

    @Test
    void takesALiteral() throws InterruptedException {
        assertThat(resolved(new Literal(new Secret("")))).isEqualTo(new Secret(""));
    }

    @Test
    void takesTheFirstLineThatACommandWrites() throws InterruptedException {
        Secret secret = secrets(0, "hunter2", "second").resolve(FIELD, new CommandOutput(List.of("pass", "show it")));

        assertThat(secret).isEqualTo(new Secret("hunter2"));
        assertThat(commands)
                .singleElement()
                .satisfies(command -> assertThat(command.arguments()).endsWith("pass", "show it"))
                .satisfies(command -> assertThat(command.directory()).isEqualTo(directory));
    }

    @Test
    void namesTheFieldAndTheVariableThatIsMissing() {
        for (String variable : List.of("MISSING", "EMPTY")) {
            StageFailedException failure =
                    catchThrowableOfType(StageFailedException.class, () -> resolved(new Environment(variable)));

            assertThat(failure)
                    .hasMessage("the secret of source.password is not to be had: the environment variable " + variable
                            + " is not set or is empty");
            assertThat(failure.remedy()).isEqualTo("set it, as in: export " + variable + "=...");
        }
    }

    @Test
    void namesTheFileThatIsMissingOrEmptyOrNoText() throws IOException {
        Path missing = directory.resolve("missing");
        Path empty = Files.writeString(directory.resolve("empty"), "\nsecond");
        Path binary = Files.write(directory.resolve("binary"), new byte[] {(byte) 0xFF});

        assertThatThrownBy(() -> resolved(new FileContent(missing))).hasMessageContaining("there is no such file");
        assertThatThrownBy(() -> resolved(new FileContent(empty))).hasMessageContaining(empty + " is empty");
        assertThatThrownBy(() -> resolved(new FileContent(binary)))
                .isInstanceOf(StageFailedException.class)
                .hasMessageContaining(binary + " cannot be read");
    }

    @Test
    void saysHowACommandFailedButNotWhatItWrote() {
        SecretReference reference = new CommandOutput(List.of("pass", "show it"));
        StageFailedException failure = catchThrowableOfType(
                StageFailedException.class, () -> secrets(3, "hunter2").resolve(FIELD, reference));

        assertThat(failure)
                .hasMessage("the secret of source.password is not to be had: the command ended with exit code 3");
        assertThat(failure.remedy()).isEqualTo("run it yourself to see why: pass 'show it'");
        assertThatThrownBy(() -> secrets(0).resolve(FIELD, reference)).hasMessageContaining("wrote nothing");
    }

    @Test
    void saysWhyACommandCouldNotRun() {
        ProcessRunner broken = (command, lines) -> {
            throw new ProcessException("sh is missing");
        };

        assertThatThrownBy(() ->
                        new Secrets(Map.of(), broken, directory).resolve(FIELD, new CommandOutput(List.of("pass"))))
                .isInstanceOf(StageFailedException.class)
                .hasMessageContaining("source.password")
                .hasMessageContaining("sh is missing");
    }

    private Secret resolved(SecretReference reference) throws InterruptedException {
        return secrets(0).resolve(FIELD, reference);
    }

    private Secrets secrets(int exit, String... output) {
        ProcessRunner runner = (command, lines) -> {
            commands.add(command);
            return new Ended(exit, lines, List.of(output));
        };
        return new Secrets(Map.of("SET", "from environment", "EMPTY", ""), runner, directory);
    }

    /** A program that has ended already. */
    private record Ended(int exit, Consumer<String> lines, List<String> output) implements RunningProcess {

        @Override
        public OptionalInt await(Duration timeout) {
            output.forEach(lines);
            return OptionalInt.of(exit);
        }

        @Override
        public void pause() {
            // because it has ended
        }

        @Override
        public void proceed() {
            // because it has ended
        }

        @Override
        public void close() {
            // because there is nothing left to end
        }
    }
}
