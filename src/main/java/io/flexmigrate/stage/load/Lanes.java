package io.flexmigrate.stage.load;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Does tasks side by side; the first failure ends them all and is the failure of the whole.
 *
 * <p>Lanes are never interrupted, since an interrupt closes the file that a thread is writing, such as the journal: they look
 * at the stop sign, and what blocks them on the server is ended there.
 */
final class Lanes {

    /** So often those who wait are told how far it is. */
    private static final Duration LOOK = Duration.ofSeconds(1);

    /** A lane that has not ended after so many looks is left behind. */
    private static final int PATIENCE = 60;

    /** Something to be done. */
    interface Task {
        void run() throws InterruptedException;
    }

    private final int lanes;
    private final StopSign stop;
    private final Runnable look;
    private final Runnable cutShort;
    private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();

    /**
     * Lanes that work once.
     *
     * @param look called about once a second while they work
     * @param cutShort ends on the server what they are at; called once a second until all have ended
     */
    Lanes(int lanes, StopSign stop, Runnable look, Runnable cutShort) {
        this.lanes = lanes;
        this.stop = stop;
        this.look = look;
        this.cutShort = cutShort;
    }

    /** Does all of them, the first ones first. */
    void run(List<? extends Task> tasks) throws InterruptedException {
        Queue<Task> queue = new ConcurrentLinkedQueue<>(tasks);
        CountDownLatch ended = new CountDownLatch(lanes);
        for (int i = 0; i < lanes; i++) {
            Thread lane = new Thread(() -> work(queue, ended), "lane " + (i + 1));
            lane.setDaemon(true);
            lane.start();
        }
        try {
            while (!ended.await(LOOK.toMillis(), TimeUnit.MILLISECONDS) && !stop.isRaised()) {
                look.run();
            }
        } finally {
            end(ended);
        }
        RuntimeException reason = failure.get();
        if (reason != null) {
            throw reason;
        }
    }

    private void work(Queue<Task> queue, CountDownLatch ended) {
        try {
            for (Task task = queue.poll(); task != null && !stop.isRaised(); task = queue.poll()) {
                task.run();
            }
        } catch (RuntimeException reason) {
            fail(reason);
        } catch (InterruptedException | Error reason) {
            fail(new IllegalStateException("a lane of the load ended: " + reason, reason));
        } finally {
            ended.countDown();
        }
    }

    private void fail(RuntimeException reason) {
        failure.compareAndSet(null, reason);
        stop.raise();
    }

    private void end(CountDownLatch ended) {
        boolean interrupted = false;
        for (int looks = 0; ended.getCount() > 0 && looks < PATIENCE; looks++) {
            stop.raise();
            cutShort.run();
            try {
                if (ended.await(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
                    break;
                }
            } catch (InterruptedException again) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
