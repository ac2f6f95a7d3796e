package io.flexmigrate.lab;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A relay in front of a server, without TLS, on which something happens when clients have sent so many messages. */
public final class FailingRelay implements AutoCloseable {

    private final ServerSocket listener;
    private final int serverPort;
    private final int messages;
    private final Runnable failure;
    private final boolean closes;
    private final AtomicInteger sent = new AtomicInteger();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    private FailingRelay(ServerSocket listener, int serverPort, int messages, Runnable failure, boolean closes) {
        this.listener = listener;
        this.serverPort = serverPort;
        this.messages = messages;
        this.failure = failure;
        this.closes = closes;
        threads.execute(this::accept);
    }

    /** Closes the connections, and takes no more, after so many messages. */
    public static FailingRelay cutting(int serverPort, int messages) {
        return new FailingRelay(listener(), serverPort, messages, () -> {}, true);
    }

    /** Keeps the connections and passes nothing on any more after so many messages. */
    public static FailingRelay freezing(int serverPort, int messages) {
        return new FailingRelay(listener(), serverPort, messages, () -> {}, false);
    }

    /** Does something to the server, such as killing it, after so many messages. */
    public static FailingRelay doing(int serverPort, int messages, Runnable failure) {
        return new FailingRelay(listener(), serverPort, messages, failure, true);
    }

    public int port() {
        return listener.getLocalPort();
    }

    private static ServerSocket listener() {
        try {
            return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void accept() {
        try {
            while (true) {
                Socket client = listener.accept();
                Socket server = new Socket(InetAddress.getLoopbackAddress(), serverPort);
                threads.execute(() -> relay(client, server, true));
                threads.execute(() -> relay(server, client, false));
            }
        } catch (IOException closed) {
            // because closing the listener is how this ends
        }
    }

    private void relay(Socket from, Socket to, boolean counts) {
        try {
            InputStream input = from.getInputStream();
            OutputStream output = to.getOutputStream();
            byte[] buffer = new byte[1 << 20];
            int length = input.read(buffer);
            while (length > 0 && !(counts && isLast())) {
                output.write(buffer, 0, length);
                length = input.read(buffer);
            }
            if (closes || sent.get() <= messages) {
                from.close();
                to.close();
            }
        } catch (IOException closed) {
            // because either side may end a connection
        }
    }

    private boolean isLast() throws IOException {
        int now = sent.incrementAndGet();
        if (now == messages + 1) {
            failure.run();
            if (closes) {
                listener.close();
            }
        }
        return now > messages;
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
