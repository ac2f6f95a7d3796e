package io.flexmigrate.stage.assess;

/** Whether the target knows time zones by name. */
record TimeZoneTables(boolean loaded) implements Part {}
