package io.flexmigrate.engine;

import io.flexmigrate.model.Fact;
import java.util.Locale;

/** The stages of a migration, in the order in which they are walked. */
public enum StageName {
    ASSESS(Fact.Assessed.class, "read both servers and the tools; change nothing", "Nothing to undo."),
    PREPARE(
            Fact.Prepared.class,
            "lock the run, keep the source's binlogs long enough",
            "At any time: FINISH puts the source's settings back, or set them by hand."),
    DUMP(
            Fact.Dumped.class,
            "take a consistent snapshot of the source with mydumper",
            "At any time: delete the dump directory."),
    LOAD(
            Fact.Loaded.class,
            "load the snapshot into the target with myloader",
            "Until CUT_OVER reaches OPEN: drop the databases on the target."),
    ACCOUNTS(
            Fact.AccountsReady.class,
            "copy the accounts, locked, or see that they are there",
            "Until CUT_OVER reaches OPEN: drop the accounts made on the target."),
    LINK(
            Fact.Linked.class,
            "start replication from the snapshot's coordinates",
            "Until CUT_OVER reaches OPEN: stop and remove the link on the target; the source is not touched."),
    CATCH_UP(Fact.CaughtUp.class, "wait until the target has applied all the source wrote", "Nothing to undo."),
    VERIFY(Fact.Verified.class, "compare all definitions and every table, while it still changes", "Nothing to undo."),
    CUT_OVER(
            Fact.CutOver.class,
            "move the writes inside a budgeted pause",
            "Until it reaches OPEN it undoes itself and the source goes on; from OPEN on there is only forward."),
    FINISH(Fact.Finished.class, "remove the link, enable events, restore settings", "Nothing can be undone.");

    private final Class<? extends Fact> produces;
    private final String purpose;
    private final String undo;

    StageName(Class<? extends Fact> produces, String purpose, String undo) {
        this.produces = produces;
        this.purpose = purpose;
        this.undo = undo;
    }

    /** The one kind of fact this stage leaves. */
    public Class<? extends Fact> produces() {
        return produces;
    }

    /** What the stage is for, as a phrase for people. */
    public String purpose() {
        return purpose;
    }

    /** Until when what the stage did can be undone, and how, as a sentence for people. */
    public String undo() {
        return undo;
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
