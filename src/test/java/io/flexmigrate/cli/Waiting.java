package io.flexmigrate.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;

/** A program that waits until it is stopped, and takes a moment to clean up. */
final class Waiting {

    private Waiting() {}

    public static void main(String[] arguments) {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        try (StopSignal signal = StopSignal.interrupting(Thread.currentThread(), out)) {
            out.println("waiting");
            waitAndCleanUp(out);
        }
    }

    private static void waitAndCleanUp(PrintWriter out) {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException interrupted) {
            LockSupport.parkNanos(Duration.ofMillis(300).toNanos());
            out.println("cleaned up");
        }
    }
}
