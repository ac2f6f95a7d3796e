package io.flexmigrate.stage.cutover;

import io.flexmigrate.model.Finding;
import io.flexmigrate.mysql.Clients;
import io.flexmigrate.mysql.Clients.Client;
import io.flexmigrate.mysql.MySqlServer;
import io.flexmigrate.plan.Plan;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Whether a cut-over may begin now: all that stands in the way is named, and nothing has been touched. */
record Readiness(Plan plan, MySqlServer source) {

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        Duration budget = plan.cutover().budget();
        Duration age = Duration.ofSeconds(Math.max(1, budget.toSeconds()));
        List<Client> busy = source.with(session -> new Clients(session).busyLongerThan(age));
        if (!busy.isEmpty()) {
            findings.add(Finding.blocker(
                    "FM2002",
                    "source transactions",
                    "Transactions older than the budget of " + budget.toMillis() + " ms are open: "
                            + busy.stream().map(Client::label).collect(Collectors.joining("; ")),
                    "Wait until they are done, or end them: KILL <session>;"));
        }
        plan.cutover().groups().stream()
                .flatMap(group -> group.flip().stream())
                .map(hook -> hook.run().get(0))
                .filter(program -> program.contains("/") && !Files.isExecutable(Path.of(program)))
                .forEach(program -> findings.add(Finding.blocker(
                        "FM2003",
                        "flip hook " + program,
                        "It is not there or not executable; after the fence it would be too late to find out.",
                        "Correct cutover.groups in the plan, or chmod +x it.")));
        return findings;
    }
}
