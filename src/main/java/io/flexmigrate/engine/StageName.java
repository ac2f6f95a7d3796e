package io.flexmigrate.engine;

import io.flexmigrate.model.Fact;
import java.util.Locale;

/** The stages of a migration, in the order in which they are walked. */
public enum StageName {
    ASSESS(Fact.Assessed.class, "read both servers and the tools; change nothing"),
    PREPARE(Fact.Prepared.class, "lock the run, keep the source's binlogs long enough"),
    DUMP(Fact.Dumped.class, "take a consistent snapshot of the source with mydumper"),
    LOAD(Fact.Loaded.class, "load the snapshot into the target with myloader"),
    ACCOUNTS(Fact.AccountsReady.class, "see that the accounts of the groups are on the target"),
    LINK(Fact.Linked.class, "start replication from the snapshot's coordinates"),
    CATCH_UP(Fact.CaughtUp.class, "wait until the target has applied all the source wrote"),
    VERIFY(Fact.Verified.class, "compare every table while it still changes"),
    CUT_OVER(Fact.CutOver.class, "move the writes inside a budgeted pause"),
    FINISH(Fact.Finished.class, "remove the link, enable events, restore settings");

    private final Class<? extends Fact> produces;
    private final String purpose;

    StageName(Class<? extends Fact> produces, String purpose) {
        this.produces = produces;
        this.purpose = purpose;
    }

    /** The one kind of fact this stage leaves. */
    public Class<? extends Fact> produces() {
        return produces;
    }

    /** What the stage is for, as a phrase for people. */
    public String purpose() {
        return purpose;
    }

    /** Whether the stage may change a server or start a tool; only ASSESS may not. */
    public boolean changesTheWorld() {
        return this != ASSESS;
    }

    /** The name as a file name or an option would write it, such as {@code cut-over}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
