package io.flexmigrate.mydumper;

import java.util.Set;

/** Releases for tests. */
final class Versions {

    static final ToolVersion DEBIAN = release(Tool.MYDUMPER, 0, 10, 1);
    static final ToolVersion DEBIAN_LOADER = release(Tool.MYLOADER, 0, 10, 1);

    private Versions() {}

    /** A release whose build has TLS. */
    static ToolVersion release(Tool tool, int major, int minor, int patch) {
        return new ToolVersion(tool, major, minor, patch, Set.of("--ssl", "--ca"));
    }
}
