package io.flexmigrate.model;

/** How much a finding weighs. */
public enum Severity {
    /** The migration cannot go on before this is put right. */
    BLOCKER,
    /** The migration can go on; somebody should know this before it does. */
    WARNING,
    /** Worth knowing. */
    INFO
}
