package io.flexmigrate.stage.flip;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

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
        try (SocketChannel channel = channel()) {
            CompletableFuture<String> answer = CompletableFuture.supplyAsync(() -> exchange(channel, commands));
            return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            throw new FlipException(
                    "HAProxy at " + address + " did not answer within " + timeout.toMillis() + " ms", late);
        } catch (IOException | ExecutionException | UnresolvedAddressException failure) {
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

    private String exchange(SocketChannel channel, String commands) {
        try {
            channel.connect(socket());
            channel.write(ByteBuffer.wrap((commands + "\n").getBytes(StandardCharsets.UTF_8)));
            ByteArrayOutputStream answer = new ByteArrayOutputStream(PIECE);
            Channels.newInputStream(channel).transferTo(answer);
            return answer.toString(StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new FlipException(String.valueOf(failure.getMessage()), failure);
        }
    }
}
