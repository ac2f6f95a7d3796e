package io.flexmigrate.lab;

import io.flexmigrate.model.ServerVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A mydumper and a myloader of one release.
 *
 * @param version as mydumper says it, such as 0.10.1
 */
record ToolPair(String mydumper, String myloader, ServerVersion version) {

    private static final Pattern VERSION = Pattern.compile("mydumper v?(\\d+\\.\\d+\\.\\d+)");

    /** Asks the programs, found by path or by name, which release they are of. */
    static ToolPair of(String mydumper, String myloader) throws IOException {
        Process process = new ProcessBuilder(mydumper, "--version")
                .redirectErrorStream(true)
                .start();
        String words = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Matcher matcher = VERSION.matcher(words);
        if (!matcher.find()) {
            throw new IllegalStateException(mydumper + " does not say its version but: " + words);
        }
        return new ToolPair(mydumper, myloader, ServerVersion.parse(matcher.group(1)));
    }

    List<String> tls() {
        return version.isAtLeast(0, 13, 0) ? List.of("--ssl-mode=REQUIRED") : List.of("--ssl");
    }

    /** Writes the target's binlog, which -e of myloader no longer does since 0.18.1. */
    List<String> withBinlog() {
        return version.isAtLeast(0, 18, 1) ? List.of("--ignore-set=SQL_LOG_BIN") : List.of("-e");
    }
}
