package io.flexmigrate.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.flexmigrate.engine.StageName;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The lifetimes of all victims, measured in a run that nobody disturbs. */
final class Lifetimes {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Map<StageName, Map<Victim, Lifetime>> measured = new HashMap<>();

    /** Watches a program that has just begun until its LOAD is over. */
    static Lifetimes of(Scenario scenario, Program program) {
        Lifetimes lifetimes = new Lifetimes();
        for (StageName stage : List.of(StageName.DUMP, StageName.LOAD)) {
            lifetimes.watch(stage, scenario, program);
        }
        return lifetimes;
    }

    Lifetime of(Fault fault) {
        return Optional.ofNullable(measured.get(fault.stage()))
                .map(victims -> victims.get(fault.victim()))
                .orElseThrow(() -> new IllegalStateException(fault.victim() + " did not live in " + fault.stage()));
    }

    private void watch(StageName stage, Scenario scenario, Program program) {
        awaitStart(stage, scenario, program);
        long began = System.nanoTime();
        Map<Victim, Lifetime> victims = new EnumMap<>(Victim.class);
        while (!scenario.journalHas(event("Confirmed", stage))) {
            assertThat(program.isAlive()).as(program.output()).isTrue();
            for (Victim victim : Victim.values()) {
                if (victim.lives(program)) {
                    Duration now = Duration.ofNanos(System.nanoTime() - began);
                    victims.merge(victim, Lifetime.at(now), (known, seen) -> known.until(seen.end()));
                }
            }
        }
        measured.put(stage, victims);
    }

    static void awaitStart(StageName stage, Scenario scenario, Program program) {
        await().atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(5))
                .until(() -> scenario.journalHas(event("Started", stage)) || !program.isAlive());
    }

    static String event(String event, StageName stage) {
        return "{\"event\":\"" + event + "\",\"stage\":\"" + stage + "\"";
    }

    @Override
    public String toString() {
        return measured.toString();
    }
}
