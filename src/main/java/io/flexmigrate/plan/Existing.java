package io.flexmigrate.plan;

/** What becomes of an account that the target had before. */
public enum Existing {
    /** It stays as it is. */
    KEEP,
    /** It stays as it is, and is granted what the account of the source has. */
    MERGE
}
