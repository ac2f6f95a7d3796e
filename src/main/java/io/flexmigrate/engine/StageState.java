package io.flexmigrate.engine;

/** How far a stage is. */
public enum StageState {
    /** Its work is to be done, or to be done again. */
    TO_DO,
    /** Its work began and did not end. */
    STARTED,
    /** Its work is done, its post-conditions are to be checked. */
    PRODUCED,
    /** Done and checked. */
    DONE
}
