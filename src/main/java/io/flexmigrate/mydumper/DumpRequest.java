package io.flexmigrate.mydumper;

import io.flexmigrate.model.ServerVersion;
import io.flexmigrate.plan.Compression;
import io.flexmigrate.plan.Plan.Tls;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What is to be dumped, from where and whereto.
 *
 * @param program a name to be found on the path, or an absolute path
 * @param defaultsFile absolute; holds the user and the password
 * @param databases at least one, as the server spells them
 * @param outputDirectory absolute, not there yet
 * @param threads at least 1
 * @param longQueryGuard the tool gives up when a statement has run longer; at least 1 s
 * @param server the source's version
 * @param omissions absolute; a file with a {@code database.table} on each line, which are not dumped
 */
public record DumpRequest(
        String program,
        Path defaultsFile,
        String host,
        int port,
        Tls tls,
        List<String> databases,
        Path outputDirectory,
        int threads,
        Duration longQueryGuard,
        ServerVersion server,
        Optional<Path> omissions,
        Compression compress) {

    public DumpRequest {
        databases = List.copyOf(databases);
        if (databases.isEmpty()) {
            // because without a filter every release dumps the system's databases too
            throw new IllegalArgumentException("a dump needs at least one database");
        }
        if (longQueryGuard.toSeconds() < 1) {
            throw new IllegalArgumentException("the long query guard is at least 1 s, this is " + longQueryGuard);
        }
        ToolArguments.requireAbsolute(defaultsFile, outputDirectory);
        omissions.ifPresent(ToolArguments::requireAbsolute);
    }
}
