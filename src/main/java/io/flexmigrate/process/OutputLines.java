package io.flexmigrate.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.apache.commons.exec.ExecuteStreamHandler;
import org.jspecify.annotations.Nullable;

/** Hands the lines of a program's output to a consumer, and keeps the program's lifeline open until it has ended. */
final class OutputLines implements ExecuteStreamHandler {

    /** How long a silent pipe is waited for after the program's end: a daemon that left its session may hold it for ever. */
    private static final long PATIENCE_MILLISECONDS = 2000;

    private final Consumer<String> consumer;
    private final Consumer<Throwable> failures;
    private final Thread reader = new Thread(this::read, "program output");
    private final AtomicLong linesRead = new AtomicLong();
    private volatile boolean isWaitingForOutput;
    private boolean isAbandoned;
    private InputStream output = InputStream.nullInputStream();
    private OutputStream lifeline = OutputStream.nullOutputStream();

    /**
     * Lines for one program.
     *
     * @param failures gets what the consumer threw; later lines are then read but not delivered
     */
    OutputLines(Consumer<String> consumer, Consumer<Throwable> failures) {
        this.consumer = consumer;
        this.failures = failures;
        reader.setDaemon(true);
    }

    @Override
    public void setProcessInputStream(OutputStream stream) {
        lifeline = stream;
    }

    @Override
    public void setProcessOutputStream(InputStream stream) {
        output = stream;
    }

    @Override
    public void setProcessErrorStream(InputStream stream) {
        // because the shell joins it with the output
    }

    @Override
    public void start() {
        reader.start();
    }

    /** Called when the program has ended; returns when its last line is delivered. */
    @Override
    public void stop() {
        closeLifeline();
        try {
            awaitReader();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        abandon();
    }

    private void closeLifeline() {
        try {
            lifeline.close();
        } catch (IOException unwritten) {
            // because a word to stand still or to go on may be left in it, which nobody reads after the program's end
        }
    }

    private void awaitReader() throws InterruptedException {
        long before;
        do {
            before = linesRead.get();
            reader.join(PATIENCE_MILLISECONDS);
        } while (reader.isAlive() && !(isWaitingForOutput && linesRead.get() == before));
    }

    private void read() {
        // A decoder made by the reader itself puts U+FFFD for bytes that are not UTF-8.
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(output, StandardCharsets.UTF_8))) {
            for (String line = next(lines); line != null; line = next(lines)) {
                deliver(line);
            }
        } catch (IOException e) {
            failures.accept(new ProcessException("the output of a program could not be read: " + e.getMessage(), e));
        }
    }

    private @Nullable String next(BufferedReader lines) throws IOException {
        isWaitingForOutput = true;
        String line = lines.readLine();
        isWaitingForOutput = false;
        linesRead.incrementAndGet();
        return line;
    }

    private synchronized void deliver(String line) {
        if (isAbandoned) {
            return;
        }
        try {
            consumer.accept(line);
        } catch (RuntimeException | Error e) {
            isAbandoned = true;
            failures.accept(e);
        }
    }

    private synchronized void abandon() {
        isAbandoned = true;
    }
}
