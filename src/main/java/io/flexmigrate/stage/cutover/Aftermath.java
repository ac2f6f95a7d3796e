package io.flexmigrate.stage.cutover;

import io.flexmigrate.engine.CutOverStep;
import io.flexmigrate.engine.Observation;
import io.flexmigrate.engine.StageLog;
import io.flexmigrate.engine.Step;
import io.flexmigrate.model.AccountName;
import io.flexmigrate.model.Fact;
import io.flexmigrate.mysql.Clients;
import io.flexmigrate.mysql.Clients.Client;
import io.flexmigrate.mysql.MySqlException;
import io.flexmigrate.mysql.Session;
import io.flexmigrate.plan.Plan;
import io.flexmigrate.stage.accounts.AccountOpening;
import io.flexmigrate.stage.fence.Fence;
import io.flexmigrate.stage.flip.Flips;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What follows OPEN: there is only forward, and every part may be done twice. */
public final class Aftermath {

    /** The closed server stays closed over a restart, as far as it can. */
    private static final Step PERSISTED = Step.of("persist-read-only");

    private final Route route;
    private final Flips flips;
    private final NewHome home;

    public static Aftermath over(Route route, Route back, Flips flips, AccountOpening accounts) {
        return new Aftermath(route, flips, new TargetHome(route.plan(), accounts, new Reopening(back)));
    }

    public static Aftermath back(Route route, Route over, Flips flips) {
        return new Aftermath(route, flips, new Reopening(over));
    }

    private Aftermath(Route route, Flips flips, NewHome home) {
        this.route = route;
        this.flips = flips;
        this.home = home;
    }

    Flips flips() {
        return flips;
    }

    /** What lets the clients in and sends them over, made before the pause. */
    Arrival arrival(Plan.Group group, Fact.Assessed seen, StageLog log) {
        // the session last, because nobody would close it where a hook cannot be made
        FlipHooks hooks = new FlipHooks(flips.of(route.group(group)), route.ends(), log);
        return new Arrival(home.ready(group, seen, log), hooks, log.hasReached(CutOverStep.FLIPPED.step()));
    }

    /** All that is left to do: to be called after OPEN, as often as need be, whether or not the closed server can be reached. */
    void forward(Plan.Group group, Fact.Assessed seen, StageLog log) throws InterruptedException {
        try (Arrival arrival = arrival(group, seen, log)) {
            arrival.flip(log);
            arrival.finish(log);
        }
        try (Session session = route.closed().open()) {
            Map<String, String> standing = FenceMemory.standing(log).orElse(Map.of());
            persist(route.memory(group, seen).fence(standing, session), log);
            List<Client> ended = endSessions(group, new Clients(session), log);
            String users = ended.stream().map(Client::user).distinct().collect(Collectors.joining(", "));
            log.reach(
                    CutOverStep.DONE.step(),
                    Map.of("ended_sessions", ended.isEmpty() ? "none" : ended.size() + " of " + users));
        } catch (MySqlException unreachable) {
            warn(
                    log,
                    "The " + route.ends().closed() + " could not be secured after the flip (" + unreachable.getMessage()
                            + ")");
            log.reach(CutOverStep.DONE.step(), Map.of());
        }
    }

    /** Of the group's accounts where it names some, else of everybody. */
    private List<Client> endSessions(Plan.Group group, Clients clients, StageLog log) {
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
                                    "This session on the " + route.ends().closed() + " could not be ended: "
                                            + refused.getMessage()));
                }
            }
        }
        return ended;
    }

    private void persist(Fence fence, StageLog log) {
        if (log.hasReached(PERSISTED)) {
            return;
        }
        String gap = fence.persist();
        if (!gap.isEmpty()) {
            warn(log, gap);
        }
        log.reach(PERSISTED, Map.of());
    }

    private void warn(StageLog log, String what) {
        log.observe(
                Observation.WARNING.what(),
                Map.of(
                        Observation.WARNING.key(),
                        what + ": put super_read_only=ON into the "
                                + route.ends().closed() + "'s my.cnf, or shut it down."));
    }
}
