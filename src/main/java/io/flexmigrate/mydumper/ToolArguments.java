package io.flexmigrate.mydumper;

import io.flexmigrate.plan.Plan.Tls;
import java.nio.file.Path;
import java.util.List;

/** The arguments that both tools take alike. */
final class ToolArguments {

    /** Info: the line that says that the snapshots stand is of this level. */
    private static final String VERBOSE = "3";

    private ToolArguments() {}

    /** Relative paths fail in several releases, and myloader changes its directory. */
    static void requireAbsolute(Path... paths) {
        for (Path path : paths) {
            if (!path.isAbsolute()) {
                throw new IllegalArgumentException("a tool needs absolute paths, this is " + path);
            }
        }
    }

    /** Where to log in, and how: always with a defaults file, because newer releases read a system-wide one otherwise. */
    static List<String> connection(Path defaultsFile, String host, int port) {
        // The client library takes "localhost" for the Unix socket, whatever the port and the protocol: measured with
        // 0.10.1.
        String address = host.equalsIgnoreCase("localhost") ? "127.0.0.1" : host;
        return List.of("--defaults-file=" + defaultsFile, "-h", address, "-P", Integer.toString(port));
    }

    static List<String> work(int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("a tool needs at least 1 thread, this is " + threads);
        }
        return List.of("-t", Integer.toString(threads), "-v", VERBOSE);
    }

    static List<String> tls(ToolVersion version, Tls tls) {
        return ToolTls.arguments(version, tls);
    }
}
