package io.flexmigrate.stage.abort;

import io.flexmigrate.engine.Facts;
import io.flexmigrate.engine.StageLog;
import io.flexmigrate.engine.StageName;

/** Undoes what one stage did; may be done again at any time. */
public interface Undoing {

    /** Whose work it undoes, and in whose name it writes. */
    StageName stage();

    /**
     * Undoes it.
     *
     * @param facts what the stages have left; those of a stage that was interrupted are missing
     */
    void undo(Facts facts, StageLog log);
}
