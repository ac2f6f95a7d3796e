package io.flexmigrate.stage.cutover;

import io.flexmigrate.model.Finding;
import io.flexmigrate.model.Rule;
import io.flexmigrate.mysql.Clients;
import io.flexmigrate.mysql.Clients.Client;
import io.flexmigrate.mysql.MySqlServer;
import io.flexmigrate.plan.Plan;
import io.flexmigrate.stage.flip.Flip;
import io.flexmigrate.stage.flip.Flips;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Whether a cut-over may begin now: all that stands in the way is named, and nothing has been touched. */
record Readiness(Plan plan, MySqlServer source, Flips flips) {

    private static final Rule QUIET = Rule.absolute(
            "FM2002",
            "No transaction is older than the budget when a cut-over begins",
            "The fence would wait for it longer than the write pause may last, and a writer is not ended by this program.",
            "https://dev.mysql.com/doc/refman/8.0/en/kill.html");

    private static final Rule HOOKS = Rule.absolute(
            "FM2003",
            "The flip hooks can be run",
            "After the fence it would be too late to find out: the clients could not be sent to the target.",
            "https://man7.org/linux/man-pages/man1/chmod.1.html");

    /** What stands in the way of a cut-over may be about these. */
    static final List<Rule> RULES = List.of(QUIET, HOOKS);

    /** @param groups those that are to move now */
    List<Finding> findings(List<Plan.Group> groups) {
        List<Finding> findings = new ArrayList<>();
        Duration budget = plan.cutover().budget();
        Duration age = Duration.ofSeconds(Math.max(1, budget.toSeconds()));
        List<Client> busy = source.with(session -> new Clients(session).busyLongerThan(age));
        if (!busy.isEmpty()) {
            findings.add(QUIET.blocker(
                    "source transactions",
                    "Transactions older than the budget of " + budget.toMillis() + " ms are open: "
                            + busy.stream().map(Client::label).collect(Collectors.joining("; ")),
                    "Wait until they are done, or end them:\n"
                            + busy.stream()
                                    .map(client -> "KILL " + client.id() + ";")
                                    .collect(Collectors.joining("\n"))));
        }
        groups.forEach(group -> flips.of(group).forEach(flip -> objection(flip).ifPresent(findings::add)));
        return findings;
    }

    private static Optional<Finding> objection(Flip flip) {
        try {
            return flip.objection()
                    .map(
                            words -> HOOKS.blocker(
                                    "flip hook " + flip.shown(),
                                    "It would not work now: " + words + ".",
                                    "Put that right, or correct cutover.groups in the plan: after the fence it would be too late."));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
