package io.flexmigrate.stage.flip;

import io.flexmigrate.time.SystemClock;
import io.flexmigrate.time.SystemClock.Stopwatch;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * The runtime API of an HAProxy, over TCP or its socket.
 *
 * @param address {@code HOST:PORT}, or the path of its socket
 * @param timeout for one request
 */
record HaproxyApi(String address, Duration timeout) {

    private static final int PIECE = 1 << 12;

    /**
     * Sends commands, separated by semicolons.
     *
     * @return its answer, which is blank where an order was carried out
     */
    String ask(String commands) throws InterruptedException {
        if (Thread.interrupted()) {
            // at once, because an answer that comes at once is not waited for
            throw new InterruptedException();
        }
        // because a thread to wait for the answer would have to be made inside the write pause
        try (SocketChannel channel = channel();
                Selector selector = Selector.open()) {
            channel.configureBlocking(false);
            return exchange(channel, channel.register(selector, 0), commands);
        } catch (ClosedByInterruptException interrupted) {
            Thread.interrupted();
            throw new InterruptedException();
        } catch (IOException | UnresolvedAddressException failure) {
            throw new FlipException("HAProxy does not answer at " + address + ": " + failure.getMessage(), failure);
        }
    }

    private SocketChannel channel() throws IOException {
        SocketAddress socket = socket();
        return socket instanceof UnixDomainSocketAddress
                ? SocketChannel.open(StandardProtocolFamily.UNIX)
                : SocketChannel.open();
    }

    private SocketAddress socket() {
        if (address.startsWith("/")) {
            return UnixDomainSocketAddress.of(address);
        }
        int colon = address.lastIndexOf(':');
        return new InetSocketAddress(address.substring(0, colon), Integer.parseInt(address.substring(colon + 1)));
    }

    private String exchange(SocketChannel channel, SelectionKey key, String commands)
            throws IOException, InterruptedException {
        Stopwatch watch = SystemClock.stopwatch();
        channel.connect(socket());
        while (!channel.finishConnect()) {
            await(key, SelectionKey.OP_CONNECT, watch);
        }
        ByteBuffer request = ByteBuffer.wrap((commands + "\n").getBytes(StandardCharsets.UTF_8));
        while (channel.write(request) >= 0 && request.hasRemaining()) {
            await(key, SelectionKey.OP_WRITE, watch);
        }
        ByteArrayOutputStream answer = new ByteArrayOutputStream(PIECE);
        ByteBuffer piece = ByteBuffer.allocate(PIECE);
        // it closes behind the last answer
        for (int read = channel.read(piece); read >= 0; read = channel.read(piece.clear())) {
            answer.write(piece.array(), 0, read);
            if (read == 0) {
                await(key, SelectionKey.OP_READ, watch);
            }
        }
        return answer.toString(StandardCharsets.UTF_8);
    }

    private void await(SelectionKey key, int operation, Stopwatch watch) throws IOException, InterruptedException {
        long left = timeout.minus(watch.elapsed()).toMillis();
        key.interestOps(operation);
        if (left <= 0 || key.selector().select(left) == 0) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            if (timeout.compareTo(watch.elapsed()) <= 0) {
                throw new FlipException(
                        "HAProxy at " + address + " did not answer within " + timeout.toMillis() + " ms");
            }
        }
        key.selector().selectedKeys().clear();
    }
}
