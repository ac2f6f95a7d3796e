package io.flexmigrate.stage.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Programs that stand for myloader, and spoil what it does. */
final class LoaderScript {

    private LoaderScript() {}

    /** A loader of ours; it finds in {@code $directory} where it is to load from. */
    static String in(Path directory, String body) throws IOException {
        Path script = directory.resolve("loader");
        Files.writeString(script, """
                #!/bin/sh
                case "$1" in --version|-V|--help) exec myloader "$@";; esac
                for argument; do directory=$argument; done
                %s
                """.formatted(body));
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
        return script.toString();
    }
}
