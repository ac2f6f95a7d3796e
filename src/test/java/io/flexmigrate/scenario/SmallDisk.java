package io.flexmigrate.scenario;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A disk of a few megabytes mounted on a directory; only root can have one. */
record SmallDisk(Path directory) implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    static SmallDisk mount(Path directory, int megabytes) throws IOException, InterruptedException {
        Files.createDirectories(directory);
        int code = run("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs", directory.toString());
        assumeTrue(code == 0, "a disk can only be mounted by root");
        return new SmallDisk(directory);
    }

    @Override
    public void close() {
        // because a tool that is told to die is on it until it is its turn to run
        await().atMost(PATIENCE).until(() -> run("umount", directory.toString()) == 0);
    }

    private static int run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(List.of(command)).start().waitFor();
    }
}
