package io.flexmigrate.stage.cutover;

import io.flexmigrate.engine.StageFailedException;
import io.flexmigrate.engine.StageLog;
import io.flexmigrate.engine.Step;
import io.flexmigrate.plan.Plan;
import io.flexmigrate.process.Command;
import io.flexmigrate.process.ProcessException;
import io.flexmigrate.process.ProcessRunner;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Sends the clients to the target: the plan's commands, one after the other, each safe to run twice.
 *
 * @param directory where they run: the plan file's directory
 * @param output gets what they print
 */
public record FlipHooks(Plan plan, ProcessRunner processes, Path directory, Consumer<String> output) {

    /** Runs the hooks of a group. */
    void run(Plan.Group group, StageLog log) throws InterruptedException {
        for (Plan.Hook hook : group.flip()) {
            Command command = new Command(hook.run(), directory, environment(group));
            log.intend(new Step("flip", command.shown()), Map.of());
            List<String> said = new ArrayList<>();
            int code = exitCode(command, hook, said);
            said.forEach(output);
            if (code != 0) {
                throw new StageFailedException(
                        "The flip hook '" + command.shown() + "' ended with exit code " + code + ": "
                                + String.join(" | ", said),
                        "The target is open and the source is read-only, so there is only forward: mend the hook and"
                                + " resume, or send the clients to the target by hand.");
            }
            log.reach(new Step("flip", command.shown()), Map.of());
        }
    }

    private int exitCode(Command command, Plan.Hook hook, List<String> said) throws InterruptedException {
        try {
            return processes.run(command, hook.timeout(), said::add);
        } catch (ProcessException failure) {
            throw new StageFailedException(
                    "The flip hook could not be run: " + failure.getMessage(),
                    "The target is open and the source is read-only, so there is only forward: mend the hook and resume,"
                            + " or send the clients to the target by hand.",
                    failure);
        }
    }

    private Map<String, String> environment(Plan.Group group) {
        Plan.Endpoint source = plan.source().endpoint();
        Plan.Endpoint target = plan.target().endpoint();
        return Map.of(
                "MIGRATE_GROUP", group.name(),
                "MIGRATE_SOURCE_HOST", source.host(),
                "MIGRATE_SOURCE_PORT", Integer.toString(source.port()),
                "MIGRATE_TARGET_HOST", target.host(),
                "MIGRATE_TARGET_PORT", Integer.toString(target.port()));
    }
}
