package io.flexmigrate.stage.watch;

import io.flexmigrate.model.LinkLook;
import io.flexmigrate.plan.Plan;
import io.flexmigrate.process.Command;
import io.flexmigrate.process.ProcessException;
import io.flexmigrate.process.ProcessRunner;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Runs the plan's commands when the verdict on a link changes.
 *
 * @param directory where they run: the plan file's directory
 */
public record Alarm(Plan plan, ProcessRunner processes, Path directory) {

    /**
     * Runs all of them, whatever becomes of each: a watch does not end because of them.
     *
     * @return what went wrong, a sentence for each
     */
    public List<String> raise(LinkLook look) throws InterruptedException {
        List<String> failures = new ArrayList<>();
        for (Plan.Hook hook : plan.watch().alert()) {
            Command command = new Command(hook.run(), directory, environment(look));
            List<String> said = new ArrayList<>();
            try {
                int code = processes.run(command, hook.timeout(), said::add);
                if (code != 0) {
                    failures.add("The alert '" + command.shown() + "' ended with exit code " + code + ": "
                            + String.join(" | ", said));
                }
            } catch (ProcessException failure) {
                failures.add("The alert could not be run: " + failure.getMessage());
            }
        }
        return failures;
    }

    private Map<String, String> environment(LinkLook look) {
        return Map.of(
                "MIGRATE_PLAN", plan.name(),
                "MIGRATE_VERDICT", look.verdict().name(),
                "MIGRATE_MESSAGE", look.message(),
                "MIGRATE_LAG_MS",
                        look.lag().map(lag -> Long.toString(lag.toMillis())).orElse(""));
    }
}
