package io.flexmigrate.stage.cutover;

import io.flexmigrate.model.Finding;
import io.flexmigrate.model.Rule;
import io.flexmigrate.mysql.Clients;
import io.flexmigrate.mysql.Clients.Client;
import io.flexmigrate.mysql.MySqlServer;
import io.flexmigrate.plan.OnBlocker;
import io.flexmigrate.plan.Plan;
import io.flexmigrate.stage.canary.Canaries;
import io.flexmigrate.stage.flip.Flip;
import io.flexmigrate.stage.flip.Flips;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Whether a cut-over may begin now: all that stands in the way is named, and nothing has been touched. */
record Readiness(Plan plan, Ends ends, MySqlServer closed, Flips flips, Canaries canaries) {

    private static final Rule QUIET = Rule.absolute(
            "FM2002",
            "No transaction is older than the budget when a cut-over begins",
            "The fence would wait for it longer than the write pause may last, and a writer is ended only where the plan says so.",
            "https://dev.mysql.com/doc/refman/8.0/en/kill.html");

    private static final Rule HOOKS = Rule.absolute(
            "FM2003",
            "The flip hooks can be run",
            "After the fence it would be too late to find out: the clients could not be sent to the target.",
            "https://man7.org/linux/man-pages/man1/chmod.1.html");

    private static final Rule CANARY = Rule.absolute(
            "FM2005",
            "The canary can reach the server that has the writes",
            "A canary that cannot work would say nothing of the pause, and its errors would look like those of clients.",
            "https://dev.mysql.com/doc/refman/8.0/en/problems-connecting.html");

    /** What stands in the way of a cut-over may be about these. */
    static final List<Rule> RULES = List.of(QUIET, HOOKS, CANARY);

    /** @param groups those that are to move now */
    List<Finding> findings(List<Plan.Group> groups) {
        List<Finding> findings = new ArrayList<>();
        Duration budget = plan.cutover().budget();
        List<Client> busy = busy();
        if (!busy.isEmpty() && plan.cutover().onBlocker() == OnBlocker.WAIT) {
            findings.add(QUIET.blocker(
                    ends.closed() + " transactions",
                    "Transactions older than the budget of " + budget.toMillis() + " ms are open: "
                            + busy.stream().map(Client::label).collect(Collectors.joining("; ")),
                    "Wait until they are done, or end them (cutover.on_blocker: kill does):\n"
                            + busy.stream()
                                    .map(client -> "KILL " + client.id() + ";")
                                    .collect(Collectors.joining("\n"))));
        }
        groups.forEach(group -> flips.of(group).forEach(flip -> objection(flip).ifPresent(findings::add)));
        groups.forEach(group -> canaries.objection(group, closed)
                .map(words -> CANARY.blocker(
                        "canary of group " + group.name(),
                        "It would not work now: " + words,
                        "Put that right, or take canary out of the group in the plan: it may be changed at any time."))
                .ifPresent(findings::add));
        return findings;
    }

    /** Whose transactions are older than the budget. */
    List<Client> busy() {
        Duration age = Duration.ofSeconds(Math.max(1, plan.cutover().budget().toSeconds()));
        return closed.with(session -> new Clients(session).busyLongerThan(age));
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
