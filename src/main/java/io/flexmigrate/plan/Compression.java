package io.flexmigrate.plan;

/** How the files of a dump are compressed. */
public enum Compression {
    NONE,
    GZIP,
    ZSTD
}
