package io.flexmigrate.stage.cutover;

import io.flexmigrate.engine.Observation;
import io.flexmigrate.engine.StageLog;
import io.flexmigrate.engine.Step;
import io.flexmigrate.model.AccountName;
import io.flexmigrate.model.Fact;
import io.flexmigrate.model.ServerVersion;
import io.flexmigrate.mysql.Clients;
import io.flexmigrate.mysql.Dialect;
import io.flexmigrate.mysql.MySqlException;
import io.flexmigrate.mysql.RefusedClients;
import io.flexmigrate.mysql.Session;
import io.flexmigrate.plan.Plan;
import io.flexmigrate.time.SystemClock;
import io.flexmigrate.time.SystemClock.Stopwatch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Who still comes to the closed server when a group has moved: looked for during a while, and only told. */
record Stragglers(Route route) {

    private static final Step WATCHED = Step.of("watch-stragglers");

    private static final Duration BREAK = Duration.ofMillis(500);

    /** Looks, once a crossing; whoever was broken off while looking, looks again. */
    void watch(Plan.Group group, Fact.Assessed seen, StageLog log) throws InterruptedException {
        Duration time = route.plan().cutover().watchStragglers();
        if (time.isZero() || log.hasReached(WATCHED)) {
            return;
        }
        log.intend(WATCHED, Map.of("seconds", Long.toString(time.toSeconds())));
        look(group, seen, time, log);
        log.reach(WATCHED, Map.of());
    }

    /** Whether somebody began to look for those of this crossing, and was broken off. */
    static boolean isOwed(StageLog log) {
        return log.hasIntended(WATCHED) && !log.hasReached(WATCHED);
    }

    private void look(Plan.Group group, Fact.Assessed seen, Duration time, StageLog log) throws InterruptedException {
        try (Session session = route.closed().open()) {
            Dialect dialect = new Dialect(ServerVersion.parse(seen.sourceVersion()));
            RefusedClients before = RefusedClients.read(session, dialect);
            Set<String> clients = clients(group, session, time);
            RefusedClients refused = RefusedClients.read(session, dialect).since(before);
            List<String> written = route.memory(group, seen)
                    .fence(FenceMemory.standing(log).orElse(Map.of()), session)
                    .changesSince(MoveReading.fence(log), route.passing(log));
            tell(group, found(refused, clients, written), time, log);
        } catch (MySqlException unreachable) {
            log.observe("stragglers", Map.of("not_watched", String.valueOf(unreachable.getMessage())));
        }
    }

    private Set<String> clients(Plan.Group group, Session session, Duration time) throws InterruptedException {
        Set<String> users = group.accounts().stream().map(AccountName::user).collect(Collectors.toSet());
        Set<String> found = new TreeSet<>();
        Stopwatch watch = SystemClock.stopwatch();
        while (watch.elapsed().compareTo(time) < 0) {
            route.pause().pause(BREAK);
            new Clients(session)
                    .others().stream()
                            .filter(client -> users.isEmpty() || users.contains(client.user()))
                            .forEach(client -> found.add(
                                    client.user() + "@" + client.host().replaceFirst(":\\d+$", "")));
        }
        return found;
    }

    private static List<String> found(RefusedClients refused, Set<String> clients, List<String> written) {
        List<String> found = new ArrayList<>();
        if (!written.isEmpty()) {
            found.add("SOMEBODY WROTE THERE (" + String.join(", ", written) + ")");
        }
        if (refused.logins() > 0) {
            found.add(refused.logins() + " logins to locked accounts were refused");
        }
        if (refused.writes() > 0) {
            found.add(refused.writes() + " statements were refused because it is read-only");
        }
        if (!clients.isEmpty()) {
            found.add("connected again: " + String.join(", ", clients));
        }
        return found;
    }

    private void tell(Plan.Group group, List<String> found, Duration time, StageLog log) {
        String all = String.join("; ", found);
        log.observe(
                "stragglers",
                Map.of("seconds", Long.toString(time.toSeconds()), "found", found.isEmpty() ? "nobody" : all));
        if (!found.isEmpty()) {
            log.observe(
                    Observation.WARNING.what(),
                    Map.of(
                            Observation.WARNING.key(),
                            "Clients of group " + group.name() + " still came to the "
                                    + route.ends().closed() + " within "
                                    + time.toSeconds() + " s after it had moved: " + all
                                    + ". Find who was not sent over."));
        }
    }
}
