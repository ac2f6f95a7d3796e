package io.flexmigrate.scenario;

import io.flexmigrate.engine.StageName;
import java.io.IOException;
import java.util.Set;

/** What goes wrong at a moment of a migration. */
enum Harm {
    STOP_MIGRATE("SIGINT to migrate", Failpoint.Act.STOP),
    KILL_MIGRATE("kill -9 migrate", Failpoint.Act.KILL),
    FREEZE_MIGRATE("SIGSTOP of migrate for 8 s", Failpoint.Act.FREEZE),
    KILL_MYDUMPER("kill -9 mydumper"),
    KILL_MYLOADER("kill -9 myloader"),
    RESTART_SOURCE("restart source"),
    RESTART_TARGET("restart target"),
    CRASH_SOURCE("kill -9 source"),
    CRASH_TARGET("kill -9 target"),
    CUT_SOURCE("cut to source"),
    CUT_TARGET("cut to target"),
    CUT_LINK("cut of the link"),
    SILENT_SOURCE("silent source for 8 s"),
    SILENT_TARGET("silent target for 8 s"),
    CLOCK_FORWARD("clock an hour on"),
    CLOCK_BACK("clock an hour back"),
    FULL_DISK("work directory full");

    private final String words;
    private final Failpoint.Act act;

    Harm(String words) {
        this(words, Failpoint.Act.HOLD);
    }

    Harm(String words, Failpoint.Act act) {
        this.words = words;
        this.act = act;
    }

    Failpoint.Act act() {
        return act;
    }

    /** With what the program ends by it; empty where it may go on. */
    Set<Integer> endings() {
        return switch (this) {
            case STOP_MIGRATE -> Set.of(130);
            case KILL_MIGRATE -> Set.of(137);
            default -> Set.of();
        };
    }

    /** Whether it can do anything there: a tool can only be killed in its stage. */
    boolean makesSenseAt(Moment moment) {
        return switch (this) {
            case KILL_MYDUMPER -> moment.stage() == StageName.DUMP;
            case KILL_MYLOADER -> moment.stage() == StageName.LOAD;
            case STOP_MIGRATE, KILL_MIGRATE -> true;
            case CUT_LINK -> !moment.before() && moment.stage().compareTo(StageName.LINK) >= 0;
            // because between two lines nothing happens to a server that does not happen to it just after the first
            default -> !moment.before();
        };
    }

    /** Does it, while the program is held; what ends by itself is ended later by {@link #mend}. */
    void strike(CrashPair pair, Program program) throws IOException, InterruptedException {
        switch (this) {
            case KILL_MYDUMPER -> Victim.MYDUMPER.strike(pair.scenario(), program);
            case KILL_MYLOADER -> Victim.MYLOADER.strike(pair.scenario(), program);
            case RESTART_SOURCE -> pair.restart(pair.scenario().source);
            case RESTART_TARGET -> pair.restart(pair.scenario().target);
            case CRASH_SOURCE -> Victim.SOURCE.strike(pair.scenario(), program);
            case CRASH_TARGET -> Victim.TARGET.strike(pair.scenario(), program);
            case CUT_SOURCE -> pair.toSource().sever();
            case CUT_TARGET -> pair.toTarget().sever();
            case CUT_LINK -> pair.link().flicker();
            case SILENT_SOURCE -> pair.toSource().silence();
            case SILENT_TARGET -> pair.toTarget().silence();
            case CLOCK_FORWARD -> pair.clock().set(2 * CrashPair.AHEAD);
            case CLOCK_BACK -> pair.clock().set(0);
            case FULL_DISK -> pair.fillDisk();
            case STOP_MIGRATE, KILL_MIGRATE, FREEZE_MIGRATE -> {
                // because it does that to itself
            }
        }
    }

    /** Whether it lasts until it is mended. */
    boolean lasts() {
        return Set.of(FREEZE_MIGRATE, CUT_SOURCE, CUT_TARGET, SILENT_SOURCE, SILENT_TARGET, FULL_DISK)
                .contains(this);
    }

    /** Whether the program can do nothing any more on the source, for as long as this lasts. */
    boolean leavesUsAlone() {
        return Set.of(KILL_MIGRATE, FREEZE_MIGRATE, CUT_SOURCE, SILENT_SOURCE).contains(this);
    }

    /** Whether the program is to live by a clock of ours. */
    boolean isOfClock() {
        return this == CLOCK_FORWARD || this == CLOCK_BACK;
    }

    void mend(CrashPair pair, Program program) throws IOException, InterruptedException {
        pair.toSource().mend();
        pair.toTarget().mend();
        pair.freeDisk();
        if (this == FREEZE_MIGRATE && program.isAlive()) {
            program.signal("CONT");
        }
    }

    @Override
    public String toString() {
        return words;
    }
}
