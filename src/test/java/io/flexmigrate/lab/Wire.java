package io.flexmigrate.lab;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** The network before a server: it can fall silent, also by itself behind a certain statement, or be cut, and be mended. */
public final class Wire implements AutoCloseable {

    private final ServerSocket listener;
    private final int serverPort;
    private final String last;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private volatile boolean armed;
    private volatile boolean silent;
    private volatile boolean cut;
    private volatile boolean severed;

    private Wire(ServerSocket listener, int serverPort, String last) {
        this.listener = listener;
        this.serverPort = serverPort;
        this.last = last;
        threads.execute(this::accept);
    }

    /** One that is whole. */
    public static Wire to(int serverPort) {
        return cutBehind("", serverPort);
    }

    /** One without TLS that falls silent behind this text of a statement, once it is armed; no side hears anything of it. */
    public static Wire cutBehind(String text, int serverPort) {
        try {
            return new Wire(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), serverPort, text);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public int port() {
        return listener.getLocalPort();
    }

    /** From now on it is waited for the statement. */
    public void arm() {
        armed = true;
    }

    public boolean isCut() {
        return cut;
    }

    /** Nothing comes through any more, and nobody is told: half-open connections. */
    public void silence() {
        silent = true;
    }

    /** All connections end, and new ones end at once. */
    public void sever() throws IOException {
        severed = true;
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    /** All connections end, and new ones are welcome. */
    public void flicker() throws IOException {
        sever();
        severed = false;
    }

    /** From now on all is passed on again, what waited too. */
    public void mend() {
        armed = false;
        severed = false;
        cut = false;
        silent = false;
    }

    private void accept() {
        try {
            while (true) {
                Socket client = listener.accept();
                if (severed) {
                    client.close();
                } else {
                    connect(client);
                }
            }
        } catch (IOException closed) {
            // because closing the listener is how this ends
        }
    }

    private void connect(Socket client) throws IOException {
        sockets.add(client);
        try {
            Socket server = new Socket(InetAddress.getLoopbackAddress(), serverPort);
            threads.execute(() -> relay(client, server, true));
            threads.execute(() -> relay(server, client, false));
        } catch (IOException down) {
            // because the server may be down for a while
            client.close();
        }
    }

    private void relay(Socket from, Socket to, boolean fromClient) {
        try (from;
                to) {
            InputStream input = from.getInputStream();
            OutputStream output = to.getOutputStream();
            byte[] buffer = new byte[1 << 20];
            int length = input.read(buffer);
            while (length > 0) {
                awaitWhole();
                boolean isLast = armed
                        && fromClient
                        && new String(buffer, 0, length, StandardCharsets.ISO_8859_1).contains(last);
                if (isLast) {
                    // before the server can answer
                    silent = true;
                }
                output.write(buffer, 0, length);
                output.flush();
                if (isLast) {
                    cut = true;
                }
                length = input.read(buffer);
            }
            awaitWhole();
        } catch (IOException closed) {
            // because either side may end a connection
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        } finally {
            sockets.remove(fromClient ? from : to);
        }
    }

    private void awaitWhole() throws InterruptedException {
        while (silent) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        threads.shutdownNow();
    }
}
