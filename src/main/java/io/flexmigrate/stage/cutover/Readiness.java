package io.flexmigrate.stage.cutover;

import io.flexmigrate.engine.CutOverAbortedException;
import io.flexmigrate.mysql.Clients;
import io.flexmigrate.mysql.Clients.Client;
import io.flexmigrate.mysql.MySqlServer;
import io.flexmigrate.plan.Plan;
import io.flexmigrate.stage.Link;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** Whether a cut-over may begin now: all that stands in the way is named, and nothing has been touched. */
record Readiness(Plan plan, MySqlServer source, Link link) {

    void require() {
        link.requireHealthy();
        Duration budget = plan.cutover().budget();
        if (!link.awaitApplied(link.sourceCoordinates(), budget)) {
            throw new CutOverAbortedException(
                    "The target needs longer than the budget (" + budget.toMillis() + " ms) to catch up.");
        }
        List<Client> busy = source.with(session -> new Clients(session).busyLongerThan(wholeSeconds(budget)));
        if (!busy.isEmpty()) {
            throw new CutOverAbortedException("Transactions older than the budget are open on the source: "
                    + busy.stream().map(Client::label).collect(Collectors.joining("; ")));
        }
        String missing = plan.cutover().groups().stream()
                .flatMap(group -> group.flip().stream())
                .map(hook -> hook.run().get(0))
                .filter(program -> program.contains("/") && !Files.isExecutable(Path.of(program)))
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            throw new CutOverAbortedException("These flip hooks are not there or not executable: " + missing);
        }
    }

    private static Duration wholeSeconds(Duration duration) {
        return Duration.ofSeconds(Math.max(1, duration.toSeconds()));
    }
}
