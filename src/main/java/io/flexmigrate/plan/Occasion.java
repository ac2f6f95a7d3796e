package io.flexmigrate.plan;

import java.util.Locale;

/** What happens in a run that somebody may want to hear of. */
public enum Occasion {
    /** A stage is done, and what it left is checked. */
    STAGE_DONE,
    /** Something somebody should know. */
    WARNING,
    /** The run stops for a person's word. */
    GATE,
    /** The writes of a group are where they were to go. */
    CUTOVER_DONE,
    /** The run ends in an error. */
    FAILED;

    /** Its name in plans and in what is told. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
