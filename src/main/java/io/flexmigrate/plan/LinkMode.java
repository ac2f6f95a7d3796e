package io.flexmigrate.plan;

/** How the target finds where to begin in the source's binlog. */
public enum LinkMode {
    /** By what both servers can. */
    AUTO,
    /** By file and position. */
    POSITION,
    /** By the set of transactions that it has. */
    GTID
}
