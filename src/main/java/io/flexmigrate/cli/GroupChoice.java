package io.flexmigrate.cli;

/** Which groups {@code migrate init} puts into force. */
enum GroupChoice {
    /** One with all databases. */
    ONE,
    /** As many as can cut over one after the other. */
    SMALLEST
}
