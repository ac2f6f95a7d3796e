package io.flexmigrate.stage.flip;

import io.flexmigrate.plan.Plan;
import io.flexmigrate.process.Command;
import io.flexmigrate.process.ProcessException;
import io.flexmigrate.process.ProcessRunner;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A command, which finds the facts in its environment.
 *
 * @param directory where it runs: the plan file's directory
 * @param output gets what it prints
 */
record CommandFlip(Plan.Hook hook, HookFacts facts, ProcessRunner processes, Path directory, Consumer<String> output)
        implements Flip {

    private Command command() {
        return new Command(hook.run(), directory, facts.environment());
    }

    @Override
    public String shown() {
        return command().shown();
    }

    @Override
    public Optional<String> objection() {
        return processes.objection(command());
    }

    @Override
    public void run() throws InterruptedException {
        List<String> said = new ArrayList<>();
        int code = exitCode(said);
        said.forEach(output);
        if (code != 0) {
            throw new FlipException("it ended with exit code " + code + ": " + String.join(" | ", said));
        }
    }

    private int exitCode(List<String> said) throws InterruptedException {
        try {
            return processes.run(command(), hook.timeout(), said::add);
        } catch (ProcessException failure) {
            throw new FlipException("it could not be run: " + failure.getMessage(), failure);
        }
    }
}
