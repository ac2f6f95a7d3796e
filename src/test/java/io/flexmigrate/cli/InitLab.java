package io.flexmigrate.cli;

import io.flexmigrate.lab.FlexibleServerEmulation;
import io.flexmigrate.lab.Ha;
import io.flexmigrate.lab.Lab;
import io.flexmigrate.lab.LabServer;
import io.flexmigrate.lab.LabVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

/** A source and an emulated flexible server, with the accounts of a migration, and {@code migrate init} on them. */
final class InitLab implements AutoCloseable {

    static final String SOURCE_PASSWORD = "lab-Migrate#1 'quoted'";
    static final String REPLICATION_PASSWORD = "lab-Repl-1";

    final LabServer source;
    final LabServer target;

    private InitLab(LabServer source, LabServer target) {
        this.source = source;
        this.target = target;
    }

    static InitLab begin(LabVersion version) {
        CompletableFuture<LabServer> target =
                CompletableFuture.supplyAsync(() -> FlexibleServerEmulation.start(LabVersion.MYSQL_8_0, Ha.NONE));
        LabServer source = Lab.start(version);
        String more = version.number().isAtLeast(8, 0, 0)
                ? "SYSTEM_VARIABLES_ADMIN, CONNECTION_ADMIN, XA_RECOVER_ADMIN"
                : "SUPER";
        source.execute(
                "CREATE USER migrate@'%' IDENTIFIED WITH mysql_native_password BY '"
                        + SOURCE_PASSWORD.replace("'", "''") + "'",
                "GRANT SELECT, RELOAD, PROCESS, REPLICATION CLIENT, REPLICATION SLAVE, SHOW VIEW, TRIGGER, EVENT, "
                        + more + " ON *.* TO migrate@'%'",
                "CREATE USER repl@'%' IDENTIFIED WITH mysql_native_password BY '" + REPLICATION_PASSWORD + "'",
                "GRANT REPLICATION SLAVE ON *.* TO repl@'%'");
        return new InitLab(source, target.join());
    }

    /** Runs it with passwords in files of a directory; more options stand in place of the usual ones. */
    CommandLineRun init(Path directory, String... more) throws IOException {
        Files.writeString(directory.resolve("source"), SOURCE_PASSWORD);
        Files.writeString(directory.resolve("target"), FlexibleServerEmulation.ADMIN_PASSWORD.value());
        Files.writeString(directory.resolve("repl"), REPLICATION_PASSWORD);
        return new InitArguments(more)
                .with("--name", "lab")
                .with("--source-host", source.host())
                .with("--source-port", source.port())
                .with("--source-user", "migrate")
                .with("--source-password-file", directory.resolve("source"))
                .with("--target-host", target.host())
                .with("--target-port", target.port())
                .with("--target-user", FlexibleServerEmulation.ADMIN)
                .with("--target-password-file", directory.resolve("target"))
                .with("--replication-user", "repl")
                .with("--replication-password-file", directory.resolve("repl"))
                .with("-o", directory.resolve("plan.yaml"))
                .run();
    }

    @Override
    public void close() {
        source.close();
        target.close();
    }
}
