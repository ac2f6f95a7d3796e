package io.flexmigrate.cli;

import io.flexmigrate.engine.Event;
import io.flexmigrate.report.Narration;
import io.flexmigrate.terminal.LiveScreen;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Tells on a terminal: lines that stay, and below them a block that is drawn anew once a second.
 *
 * <p>It draws on a thread of its own: whoever holds the terminal, with Ctrl-S for one, does not hold the run.
 */
final class LiveTeller implements Teller {

    private static final int PATIENCE_SECONDS = 2;

    private final LiveScreen screen;
    private final Narration narration;
    private final Teller afterwards;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(LiveTeller::daemon);
    private final Future<?> seconds;
    private boolean closed;

    /** @param afterwards who tells when the terminal was given back */
    LiveTeller(LiveScreen screen, Narration narration, Teller afterwards) {
        this.screen = screen;
        this.narration = narration;
        this.afterwards = afterwards;
        this.seconds = thread.scheduleWithFixedDelay(quietly(screen::redraw), 0, 1, TimeUnit.SECONDS);
    }

    private static Thread daemon(Runnable work) {
        Thread daemon = new Thread(work, "live-screen");
        daemon.setDaemon(true);
        return daemon;
    }

    /** Because nothing that goes wrong in looking may be louder than what is looked at. */
    private static Runnable quietly(Runnable work) {
        return () -> {
            try {
                work.run();
            } catch (RuntimeException unseen) {
                // The next second has another chance.
            }
        };
    }

    @Override
    public synchronized void tell(Event event) {
        if (closed) {
            afterwards.tell(event);
        } else if (!Narration.isSample(event)) {
            narration.line(event).ifPresent(line -> thread.execute(quietly(() -> screen.line(line))));
        }
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        seconds.cancel(false);
        thread.shutdown();
        awaitLastLine();
        screen.close();
    }

    private void awaitLastLine() {
        try {
            if (!thread.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
