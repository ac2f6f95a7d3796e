package io.flexmigrate.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** Finds ports below those the kernel hands out, so that a restarted server finds its port still free. */
public final class FreePort {

    private static final int FIRST = 20_000;
    /** Linux gives outgoing connections ports from here on: ip_local_port_range. */
    private static final int END = 32_000;

    private static final int ATTEMPTS = 200;

    /** A byte for each port, locked until this JVM ends: a server begins to listen late, or is stopped for a while. */
    private static final FileChannel CLAIMS = claims();

    /** The channel itself forgets the locks that nobody holds. */
    private static final List<FileLock> OURS = new ArrayList<>();

    private FreePort() {}

    /** A port of the loopback interface nobody listens on at this moment, and no JVM that lives has found before. */
    public static int find() {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(FIRST, END);
            if (claim(port) && isFree(port)) {
                return port;
            }
        }
        throw new IllegalStateException("no free port from " + FIRST + " to " + END + ". End what listens there");
    }

    /** Whether nobody listens on this port of the loopback interface at this moment. */
    static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    private static FileChannel claims() {
        String name = "migrate-lab-ports-" + System.getProperty("user.name");
        Path file = Path.of(System.getProperty("java.io.tmpdir"), name);
        try {
            return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static synchronized boolean claim(int port) {
        try {
            FileLock lock = CLAIMS.tryLock(port, 1, false);
            if (lock == null) {
                return false;
            }
            OURS.add(lock);
            return true;
        } catch (OverlappingFileLockException ours) {
            return false;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
