package io.flexmigrate.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** The binaries of one version on this machine, and data directories initialised once, to copy from. */
record LocalInstallation(LabVersion version, Path home) {

    private static final String ARCHIVE = "mysql-Linux-amd64.tar.gz";

    /** Two threads of one JVM may not ask for the same file lock; two JVMs may. */
    private static final Object ONE_AT_A_TIME = new Object();

    /**
     * OpenSSL 1.0.2 has no elliptic curves, and the classical Diffie-Hellman takes 40 ms of a processor for a login of Java;
     * with the first of these it takes 10, about as much as where servers know curves. The second is for a 5.7 as its replica.
     */
    private static final String CIPHER = "--ssl-cipher=AES128-GCM-SHA256:AES128-SHA";

    /** A mysqld newer than the lab's, which then stands for its 8.0: the optional lane. */
    static final String NEWER = System.getProperty("lab.mysqld", "");

    /** Unpacks the binaries unless somebody did. */
    static LocalInstallation of(LabVersion version) {
        if (version == LabVersion.MYSQL_8_0 && !NEWER.isEmpty()) {
            return new LocalInstallation(
                    version,
                    Directories.create(Path.of("target", "lab", "newer").toAbsolutePath()));
        }
        Path home = Path.of("target", "lab", version.number().toString()).toAbsolutePath();
        if (!Files.exists(home.resolve(ARCHIVE))) {
            throw new IllegalStateException("no " + home.resolve(ARCHIVE)
                    + ". Run mvn generate-test-resources in the project's directory, or use -Dlab=docker");
        }
        LocalInstallation installation = new LocalInstallation(version, home);
        installation.produceOnce(installation.binaries(), LocalInstallation::unpack);
        return installation;
    }

    Path binaries() {
        return home.resolve("server");
    }

    /** Options every start of this mysqld needs. */
    List<String> command() {
        List<String> command = new ArrayList<>(home.endsWith("newer") ? ofNewer() : ofOurs());
        if (System.getProperty("user.name").equals("root")) {
            command.add("--user=root");
        }
        return command;
    }

    private List<String> ofOurs() {
        List<String> command = new ArrayList<>(List.of(
                binaries().resolve("bin/mysqld").toString(),
                // not --no-defaults, which would leave out what SET PERSIST keeps
                "--defaults-file=/dev/null",
                "--basedir=" + binaries(),
                "--lc-messages-dir=" + binaries().resolve("share")));
        if (version.speaksTls()) {
            command.add(CIPHER);
        }
        return command;
    }

    private static List<String> ofNewer() {
        return List.of(NEWER, "--defaults-file=/dev/null", "--secure-file-priv=", "--mysqlx=OFF");
    }

    /** Makes a new data directory that shares nothing with those that live beside it: not the server's UUID, not its certificates. */
    void createData(Path data, List<String> options) {
        List<String> lasting =
                options.stream().filter(LocalInstallation::isLasting).toList();
        Path template = home.resolve("template" + String.join("", lasting));
        produceOnce(template, partial -> initialise(partial, lasting));
        Shell.run(home, List.of("cp", "-a", "--sparse=always", template.toString(), data.toString()));
        Directories.deleteMatching(data, "{auto.cnf,*.pem}");
        certificates().into(data);
    }

    /** Keeps the certificates that a server of ours has made for itself, for one that comes later. */
    void keepCertificates(Path data) {
        certificates().from(data);
    }

    private CertificateStock certificates() {
        return new CertificateStock(home.resolve("certificates"));
    }

    /** Whether an option must be the same at initialisation and at every start. */
    private static boolean isLasting(String option) {
        return option.startsWith("--lower-case-table-names") || option.contains("innodb-log-file-size");
    }

    private static void unpack(Path partial) {
        Path archive = partial.resolveSibling(ARCHIVE);
        Directories.create(partial);
        Shell.run(partial, List.of("tar", "--no-same-owner", "-xzf", archive.toString()));
    }

    private void initialise(Path partial, List<String> lasting) {
        // because --init-file takes one statement per line: refman/8.0/en/server-options.html
        Path accounts = Directories.write(home.resolve("accounts.sql"), """
                CREATE USER root@'%%' IDENTIFIED BY '%s';
                GRANT ALL ON *.* TO root@'%%' WITH GRANT OPTION;
                GRANT PROXY ON ''@'' TO root@'%%' WITH GRANT OPTION;
                """.formatted(Lab.ROOT_PASSWORD.value()));
        List<String> command = new ArrayList<>(command());
        command.addAll(List.of("--initialize-insecure", "--datadir=" + partial, "--init-file=" + accounts));
        command.addAll(lasting);
        Shell.run(home, command);
    }

    private void produceOnce(Path result, Producer producer) {
        Path lockFile = home.resolve("lock");
        synchronized (ONE_AT_A_TIME) {
            try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                if (lock.isValid() && !Files.exists(result)) {
                    Path partial = result.resolveSibling(result.getFileName() + ".partial");
                    Directories.delete(partial);
                    producer.produce(partial);
                    Files.move(partial, result, StandardCopyOption.ATOMIC_MOVE);
                }
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }

    /** Fills a directory under a name that is not yet the final one. */
    @FunctionalInterface
    private interface Producer {
        void produce(Path partial);
    }
}
