package io.flexmigrate.stage.cutover;

import io.flexmigrate.engine.CutOverStep;
import io.flexmigrate.engine.Moves;
import io.flexmigrate.engine.Observation;
import io.flexmigrate.engine.StageLog;
import io.flexmigrate.engine.StageName;
import io.flexmigrate.engine.Step;
import io.flexmigrate.model.AccountName;
import io.flexmigrate.mysql.Clients;
import io.flexmigrate.mysql.Clients.Client;
import io.flexmigrate.mysql.MySqlException;
import io.flexmigrate.mysql.MySqlServer;
import io.flexmigrate.mysql.Session;
import io.flexmigrate.plan.Plan;
import io.flexmigrate.stage.accounts.AccountOpening;
import io.flexmigrate.stage.fence.Fence;
import io.flexmigrate.stage.flip.Flips;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What follows OPEN: there is only forward, and every part may be done twice. */
public final class Aftermath {

    private static final Step PERSISTED = Step.of("persist-read-only");

    private final Plan plan;
    private final MySqlServer source;
    private final FlipHooks hooks;
    private final AccountOpening accounts;

    public Aftermath(Plan plan, MySqlServer source, Flips flips, AccountOpening accounts) {
        this.plan = plan;
        this.source = source;
        this.hooks = new FlipHooks(flips);
        this.accounts = accounts;
    }

    Flips flips() {
        return hooks.flips();
    }

    /** What opens the copied accounts, made before the pause. */
    AccountOpening.Ready accounts(Plan.Group group, StageLog log) {
        return accounts.ready(toOpen(group, log), log);
    }

    /** The group's own; those that no group names go with the last one, because they may write anywhere. */
    private Predicate<AccountName> toOpen(Plan.Group group, StageLog log) {
        List<Plan.Group> groups = plan.cutover().groups();
        Moves moves = Moves.of(log.past(StageName.CUT_OVER));
        boolean isLast = groups.stream()
                .filter(other -> !other.name().equals(group.name()))
                .allMatch(other -> moves.isOpen(other.name()));
        Set<AccountName> named =
                groups.stream().flatMap(other -> other.accounts().stream()).collect(Collectors.toSet());
        return account -> group.accounts().contains(account) || (isLast && !named.contains(account));
    }

    /** Lets the clients in on the target, keeps the source closed over a restart where it can, and sends the clients over. */
    void flip(Plan.Group group, Fence fence, AccountOpening.Ready ready, StageLog log) throws InterruptedException {
        ready.open(log);
        persist(fence, log);
        flip(group, log);
    }

    /** All that is left to do: to be called after OPEN, as often as need be, whether or not the source can be reached. */
    void forward(Plan.Group group, FenceMemory memory, StageLog log) throws InterruptedException {
        try (AccountOpening.Ready ready = accounts(group, log)) {
            ready.open(log);
        }
        flip(group, log);
        try (Session session = source.open()) {
            persist(memory.fence(FenceMemory.standing(log).orElse(Map.of()), session), log);
            List<Client> ended = endSessions(group, new Clients(session), log);
            String users = ended.stream().map(Client::user).distinct().collect(Collectors.joining(", "));
            log.reach(
                    CutOverStep.DONE.step(),
                    Map.of("ended_sessions", ended.isEmpty() ? "none" : ended.size() + " of " + users));
        } catch (MySqlException unreachable) {
            warn(log, "The source could not be secured after the flip (" + unreachable.getMessage() + ")");
            log.reach(CutOverStep.DONE.step(), Map.of());
        }
    }

    private void flip(Plan.Group group, StageLog log) throws InterruptedException {
        if (!log.hasReached(CutOverStep.FLIPPED.step())) {
            hooks.run(group, log);
            log.reach(CutOverStep.FLIPPED.step(), Map.of());
        }
    }

    /** Of the group's accounts where it names some, else of everybody. */
    private static List<Client> endSessions(Plan.Group group, Clients clients, StageLog log) {
        Set<String> users = group.accounts().stream().map(AccountName::user).collect(Collectors.toSet());
        List<Client> ended = new ArrayList<>();
        for (Client client : clients.others()) {
            if (users.isEmpty() || users.contains(client.user())) {
                try {
                    clients.end(client);
                    ended.add(client);
                } catch (MySqlException refused) {
                    log.observe(
                            Observation.WARNING.what(),
                            Map.of(
                                    Observation.WARNING.key(),
                                    "This session on the source could not be ended: " + refused.getMessage()));
                }
            }
        }
        return ended;
    }

    private static void persist(Fence fence, StageLog log) {
        if (log.hasReached(PERSISTED)) {
            return;
        }
        String gap = fence.persist();
        if (!gap.isEmpty()) {
            warn(log, gap);
        }
        log.reach(PERSISTED, Map.of());
    }

    private static void warn(StageLog log, String what) {
        log.observe(
                Observation.WARNING.what(),
                Map.of(
                        Observation.WARNING.key(),
                        what + ": put super_read_only=ON into the source's my.cnf, or shut the source down."));
    }
}
