package io.flexmigrate.lab;

import io.flexmigrate.model.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** Where test servers come from: binaries on this machine, or Docker with {@code -Dlab=docker}. */
public final class Lab {

    /** Guards nothing: the servers listen on the loopback interface only and hold made-up data. */
    public static final Secret ROOT_PASSWORD = new Secret("lab-root");

    private Lab() {}

    /**
     * Starts a new empty server with binlog and waits until it answers.
     *
     * @param mysqldOptions such as {@code --gtid-mode=ON}; they win over the lab's own
     * @throws IllegalStateException when the server cannot be had or does not start, with what to do about it
     */
    public static LabServer start(LabVersion version, String... mysqldOptions) {
        return start(version, List.of(mysqldOptions));
    }

    public static LabServer start(LabVersion version, List<String> mysqldOptions) {
        List<String> options = new ArrayList<>(commonOptions());
        options.addAll(mysqldOptions);
        String lab = System.getProperty("lab", "local");
        return switch (lab) {
            case "local" -> LocalServer.start(LocalInstallation.of(version), options);
            case "docker" -> DockerServer.start(version, options);
            default -> throw new IllegalStateException("-Dlab must be local or docker, is '" + lab + "'");
        };
    }

    private static List<String> commonOptions() {
        return List.of(
                "--bind-address=127.0.0.1",
                "--port=" + FreePort.find(),
                "--server-id=" + ThreadLocalRandom.current().nextInt(1, Integer.MAX_VALUE),
                "--log-bin=binlog",
                "--binlog-format=ROW",
                "--loose-log-slave-updates=ON",
                "--skip-name-resolve",
                "--loose-mysqlx=OFF",
                "--innodb-buffer-pool-size=64M",
                // because a row may take at most a tenth of the redo log: refman/5.7/en/innodb-parameters.html
                "--loose-innodb-log-file-size=64M",
                // because a server is quicker there without room that nobody here needs
                "--loose-performance-schema-digests-size=1000",
                "--loose-performance-schema-events-statements-history-long-size=10",
                "--loose-performance-schema-events-stages-history-long-size=10",
                "--loose-performance-schema-events-waits-history-long-size=10",
                "--loose-performance-schema-events-transactions-history-long-size=10");
    }

    /** Whether a newer server, which has no {@code mysql_native_password}, stands for the lab's 8.0. */
    public static boolean isOfNewerServers() {
        return !LocalInstallation.NEWER.isEmpty();
    }
}
