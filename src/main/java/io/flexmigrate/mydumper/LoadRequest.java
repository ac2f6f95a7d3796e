package io.flexmigrate.mydumper;

import io.flexmigrate.plan.Plan.Tls;
import java.nio.file.Path;

/**
 * What is to be loaded, and whereto.
 *
 * @param program a name to be found on the path, or an absolute path
 * @param defaultsFile absolute; holds the user and the password
 * @param directory absolute; where the dump is
 * @param threads at least 1
 */
public record LoadRequest(
        String program, Path defaultsFile, String host, int port, Tls tls, Path directory, int threads) {

    public LoadRequest {
        ToolArguments.requireAbsolute(defaultsFile, directory);
    }
}
