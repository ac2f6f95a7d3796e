package io.flexmigrate.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where the lab's servers keep their data: in memory where there is plenty, because they are asked to reach the disk at every commit
 * and nobody pulls a plug. A server that is killed leaves its files there as anywhere else.
 */
final class ServerPlace {

    private static final Path MEMORY = Path.of("/dev/shm");
    private static final long PLENTY = 8L << 30;

    private ServerPlace() {}

    /** The directory in which each server gets one of its own. */
    static Path roomiest() throws IOException {
        return Files.isWritable(MEMORY) && Files.getFileStore(MEMORY).getUsableSpace() >= PLENTY
                ? MEMORY
                : Path.of(System.getProperty("java.io.tmpdir"));
    }
}
