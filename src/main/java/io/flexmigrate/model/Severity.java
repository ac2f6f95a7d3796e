package io.flexmigrate.model;

/** How much a finding weighs; the gravest first. */
public enum Severity {
    /** The migration cannot go on before this is put right. */
    BLOCKER,
    /** It could not be seen whether all is well. */
    UNKNOWN,
    /** The migration can go on; somebody should know this before it does. */
    WARNING,
    /** Worth knowing. */
    INFO
}
