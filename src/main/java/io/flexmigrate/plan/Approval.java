package io.flexmigrate.plan;

/** Whether the cut-over waits for a person. */
public enum Approval {
    MANUAL,
    AUTOMATIC
}
