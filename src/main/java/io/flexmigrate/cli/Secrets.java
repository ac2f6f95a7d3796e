package io.flexmigrate.cli;

import io.flexmigrate.engine.FailureKind;
import io.flexmigrate.engine.StageFailedException;
import io.flexmigrate.model.Secret;
import io.flexmigrate.plan.Plan;
import io.flexmigrate.plan.SecretReference;
import io.flexmigrate.plan.SecretReference.CommandOutput;
import io.flexmigrate.plan.SecretReference.Environment;
import io.flexmigrate.plan.SecretReference.FileContent;
import io.flexmigrate.plan.SecretReference.Literal;
import io.flexmigrate.plan.SecretReference.MadeUp;
import io.flexmigrate.process.Command;
import io.flexmigrate.process.ProcessException;
import io.flexmigrate.process.ProcessRunner;
import io.flexmigrate.stage.Logins;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** Fetches the secrets that a plan refers to. */
final class Secrets {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int MOST_BYTES = 1 << 16;

    private final Map<String, String> environment;
    private final ProcessRunner runner;
    private final Path directory;

    /**
     * @param environment ours
     * @param directory where commands run: that of the plan file
     */
    Secrets(Map<String, String> environment, ProcessRunner runner, Path directory) {
        this.environment = Map.copyOf(environment);
        this.runner = runner;
        this.directory = directory;
    }

    /**
     * Fetches all passwords of a plan.
     *
     * @throws StageFailedException naming every one that is not to be had
     */
    Logins logins(Plan plan) throws InterruptedException {
        Map<String, SecretReference> references = SecretPlaces.of(plan);
        Map<String, Secret> found = new HashMap<>();
        List<StageFailedException> failures = new ArrayList<>();
        for (Map.Entry<String, SecretReference> reference : references.entrySet()) {
            try {
                found.put(reference.getKey(), resolve(reference.getKey(), reference.getValue()));
            } catch (StageFailedException failure) {
                failures.add(failure);
            }
        }
        if (!failures.isEmpty()) {
            throw new StageFailedException(
                    FailureKind.SECRET,
                    failures.stream().map(Throwable::getMessage).collect(Collectors.joining("\n")),
                    failures.stream().map(StageFailedException::remedy).collect(Collectors.joining("; ")));
        }
        return new Logins(
                Objects.requireNonNull(found.get(SecretPlaces.SOURCE)),
                Objects.requireNonNull(found.get(SecretPlaces.TARGET)),
                Objects.requireNonNull(found.get(SecretPlaces.REPLICATION)),
                byReference(references, found));
    }

    private static Map<SecretReference, Secret> byReference(
            Map<String, SecretReference> references, Map<String, Secret> found) {
        Map<SecretReference, Secret> secrets = new HashMap<>();
        references.forEach((place, reference) -> secrets.put(reference, Objects.requireNonNull(found.get(place))));
        return secrets;
    }

    /**
     * Fetches one secret.
     *
     * @param field where the plan refers to it, such as {@code source.password}
     * @throws StageFailedException when it is not to be had, or is empty
     */
    Secret resolve(String field, SecretReference reference) throws InterruptedException {
        if (reference instanceof Environment variable) {
            return fromEnvironment(field, variable.variable());
        }
        if (reference instanceof FileContent content) {
            return fromFile(field, content.file());
        }
        if (reference instanceof CommandOutput output) {
            return fromCommand(field, output.command());
        }
        if (reference instanceof MadeUp) {
            return new Secret("");
        }
        return ((Literal) reference).secret();
    }

    private Secret fromEnvironment(String field, String variable) {
        return secret(Optional.ofNullable(environment.get(variable)))
                .orElseThrow(() -> failed(
                        field,
                        "the environment variable " + variable + " is not set or is empty",
                        "set it, as in: export " + variable + "=..."));
    }

    private static Secret fromFile(String field, Path file) {
        String remedy = "put the secret into the first line of " + file + ", readable for this user";
        try (InputStream input = Files.newInputStream(file)) {
            ByteBuffer bytes = ByteBuffer.wrap(input.readNBytes(MOST_BYTES));
            String text = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
            return secret(text.lines().findFirst())
                    .orElseThrow(() -> failed(field, "the first line of " + file + " is empty", remedy));
        } catch (IOException failure) {
            throw failed(field, "the file " + file + " cannot be read (" + why(failure) + ")", remedy);
        }
    }

    private static String why(IOException failure) {
        if (failure instanceof NoSuchFileException) {
            return "there is no such file";
        }
        return failure instanceof AccessDeniedException ? "no permission" : String.valueOf(failure.getMessage());
    }

    private Secret fromCommand(String field, List<String> program) throws InterruptedException {
        String shown = new Command(program, directory, Map.of()).shown();
        String remedy = "run it yourself to see why: " + shown;
        List<String> lines = new ArrayList<>();
        int exit = run(field, program, lines, remedy);
        if (exit != 0) {
            throw failed(field, "the command ended with exit code " + exit, remedy);
        }
        return secret(lines.stream().findFirst())
                .orElseThrow(() -> failed(field, "the command wrote nothing, or an empty first line", remedy));
    }

    private int run(String field, List<String> program, List<String> lines, String remedy) throws InterruptedException {
        try {
            return runner.run(new Command(withoutErrorOutput(program), directory, Map.of()), PATIENCE, lines::add);
        } catch (ProcessException failure) {
            throw failed(field, "the command could not be run: " + failure.getMessage(), remedy);
        }
    }

    /** Because the runner hands over both outputs as one, and a warning must not be taken for a password. */
    private static List<String> withoutErrorOutput(List<String> program) {
        List<String> arguments = new ArrayList<>(List.of("sh", "-c", "exec \"$0\" \"$@\" 2>/dev/null"));
        arguments.addAll(program);
        return arguments;
    }

    private static Optional<Secret> secret(Optional<String> text) {
        return text.filter(it -> !it.isEmpty()).map(Secret::new);
    }

    private static StageFailedException failed(String field, String why, String remedy) {
        return new StageFailedException(
                FailureKind.SECRET, "the secret of " + field + " is not to be had: " + why, remedy);
    }
}
