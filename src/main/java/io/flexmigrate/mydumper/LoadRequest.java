package io.flexmigrate.mydumper;

import io.flexmigrate.plan.Plan.Tls;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What is to be loaded, and whereto.
 *
 * @param program a name to be found on the path, or an absolute path
 * @param defaultsFile absolute; holds the user and the password
 * @param directory absolute; where the dump is
 * @param threads at least 1
 * @param database where all of it goes, whatever its files are called; empty: where they say
 */
public record LoadRequest(
        String program,
        Path defaultsFile,
        String host,
        int port,
        Tls tls,
        Path directory,
        int threads,
        Optional<String> database) {

    public LoadRequest {
        ToolArguments.requireAbsolute(defaultsFile, directory);
    }
}
