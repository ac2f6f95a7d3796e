package io.flexmigrate.plan;

/** What becomes of a cut-over that cannot prove in time that what changed last is equal. */
public enum CutOverProof {
    /** It is given up and undone. */
    REQUIRED,
    /** It goes on, and what is not proven is named. */
    BEST_EFFORT
}
