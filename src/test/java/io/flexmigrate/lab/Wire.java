package io.flexmigrate.lab;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** The network before a server, without TLS: once a certain statement was passed on, it carries nothing until it is mended. */
public final class Wire implements AutoCloseable {

    private final ServerSocket listener;
    private final int serverPort;
    private final String last;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private volatile boolean armed;
    private volatile boolean cut;
    private volatile boolean mended;

    private Wire(ServerSocket listener, int serverPort, String last) {
        this.listener = listener;
        this.serverPort = serverPort;
        this.last = last;
        threads.execute(this::accept);
    }

    /** One that is cut behind this text of a statement, once it is armed; no side hears anything of it. */
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

    /** From now on all is passed on again, what waited too. */
    public void mend() {
        mended = true;
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
                output.write(buffer, 0, length);
                output.flush();
                cut |= isLast;
                length = input.read(buffer);
            }
            awaitWhole();
        } catch (IOException closed) {
            // because either side may end a connection
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitWhole() throws InterruptedException {
        while (cut && !mended) {
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
