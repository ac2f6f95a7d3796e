package io.flexmigrate.plan;

/** How much VERIFY compares. */
public enum VerifyMode {
    FULL,
    NONE
}
