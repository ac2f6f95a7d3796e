package io.flexmigrate.lab;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** Finds ports below those the kernel hands out, so that a restarted server finds its port still free. */
public final class FreePort {

    private static final int FIRST = 20_000;
    /** Linux gives outgoing connections ports from here on: ip_local_port_range. */
    private static final int END = 32_000;

    private static final int ATTEMPTS = 200;

    private FreePort() {}

    /** A port of the loopback interface nobody listens on at this moment. */
    public static int find() {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(FIRST, END);
            if (isFree(port)) {
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
}
