package io.flexmigrate.scenario;

import io.flexmigrate.engine.StageName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * One kill.
 *
 * @param moment where in the time it lives in this stage, from 0 to 1
 * @param seed of the whole test, so that a name says how to have it again
 */
record Fault(Victim victim, StageName stage, double moment, long seed) {

    private static final Map<StageName, List<Victim>> VICTIMS = Map.of(
            StageName.DUMP, List.of(Victim.MIGRATE, Victim.MYDUMPER, Victim.SOURCE, Victim.TARGET),
            StageName.LOAD, List.of(Victim.MIGRATE, Victim.MYLOADER, Victim.SOURCE, Victim.TARGET));

    /** As many random moments for each victim and each stage it lives in. */
    static List<Fault> random(long seed, int moments) {
        Random random = new Random(seed);
        List<Fault> faults = new ArrayList<>();
        for (int i = 0; i < moments; i++) {
            for (StageName stage : List.of(StageName.DUMP, StageName.LOAD)) {
                for (Victim victim : VICTIMS.getOrDefault(stage, List.of())) {
                    faults.add(new Fault(victim, stage, random.nextDouble(), seed));
                }
            }
        }
        return faults;
    }

    /** The same, earlier. */
    Fault sooner() {
        return new Fault(victim, stage, moment / 2, seed);
    }

    /** When to strike after the stage's start. */
    Duration within(Lifetime lifetime) {
        long length = lifetime.end().minus(lifetime.begin()).toMillis();
        return lifetime.begin().plusMillis(Math.round(length * moment));
    }

    @Override
    public String toString() {
        return "%s killed in %s at %.3f (seed %d)".formatted(victim, stage, moment, seed);
    }
}
