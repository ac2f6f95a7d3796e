package io.flexmigrate.process;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Starts programs. */
public interface ProcessRunner {

    /** Runs the programs of this machine; none of them outlives us. */
    static ProcessRunner real() {
        return withholding(Set.of());
    }

    /**
     * As {@link #real}, but no program gets these variables of our environment.
     *
     * @param variables names, such as of variables that hold passwords
     */
    static ProcessRunner withholding(Set<String> variables) {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.keySet().removeAll(variables);
        return new ExecProcessRunner(environment);
    }

    /**
     * Runs nothing: says what would be run and takes it as done with exit code 0.
     *
     * @param sink gets each command as a person would type it into a shell
     */
    static ProcessRunner describing(Consumer<String> sink) {
        return (command, lines) -> {
            sink.accept(command.shown());
            return new DescribedProcess();
        };
    }

    /**
     * Starts a program and returns at once.
     *
     * @param lines gets every line of its output and error output, one at a time, in order
     * @throws ProcessException when there is no such program or it may not be run
     */
    RunningProcess start(Command command, Consumer<String> lines);

    /** Why a program could not be started, as far as that can be told beforehand. */
    default Optional<String> objection(Command command) {
        return Optional.empty();
    }

    /**
     * Runs a program to its end.
     *
     * @param timeout after which it is killed
     * @throws ProcessException when it cannot be started or the timeout is over
     */
    default int run(Command command, Duration timeout, Consumer<String> lines) throws InterruptedException {
        try (RunningProcess process = start(command, lines)) {
            return process.await(timeout)
                    .orElseThrow(() -> new ProcessException(
                            command.program() + " did not end within " + timeout.toSeconds() + " s and was killed"));
        }
    }
}
