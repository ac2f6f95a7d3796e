package io.flexmigrate.scenario;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A relay in front of a server, without TLS, that makes it say it is MariaDB: its comment says so, byte for byte as long. */
final class Disguise implements AutoCloseable {

    private static final String TRUE_NAME = "MySQL Community Server";
    private static final String ASSUMED_NAME = "MariaDB Server 10.11.6";

    private final ServerSocket listener;
    private final int serverPort;
    private final ExecutorService threads = Executors.newCachedThreadPool();

    private Disguise(ServerSocket listener, int serverPort) {
        this.listener = listener;
        this.serverPort = serverPort;
        threads.execute(this::accept);
    }

    /** A relay to this port of this machine. */
    static Disguise before(int serverPort) {
        try {
            return new Disguise(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), serverPort);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    int port() {
        return listener.getLocalPort();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = listener.accept();
                Socket server = new Socket(InetAddress.getLoopbackAddress(), serverPort);
                threads.execute(() -> relay(client, server, TRUE_NAME));
                threads.execute(() -> relay(server, client, ASSUMED_NAME));
            }
        } catch (IOException closed) {
            // because closing the listener is how this ends
        }
    }

    private static void relay(Socket from, Socket to, String name) {
        try (from;
                to) {
            InputStream input = from.getInputStream();
            OutputStream output = to.getOutputStream();
            byte[] buffer = new byte[1 << 20];
            int length = input.read(buffer);
            while (length > 0) {
                String text = new String(buffer, 0, length, ISO_8859_1).replace(TRUE_NAME, name);
                output.write(text.getBytes(ISO_8859_1));
                length = input.read(buffer);
            }
        } catch (IOException closed) {
            // because either side may end a connection
        }
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        threads.shutdownNow();
    }
}
