package io.flexmigrate.stage;

import io.flexmigrate.mysql.RunningThreads;
import io.flexmigrate.mysql.Session;
import io.flexmigrate.plan.Plan;
import io.flexmigrate.time.Pause;
import io.flexmigrate.time.SystemClock;
import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Has the dump stand still while the source is busy with others, or while the dump is ahead of its rate.
 *
 * <p>A tool that stands still reads nothing, and a server gives up a session that reads nothing for {@code net_write_timeout}
 * (60 s unless set): so it is let breathe after 10 s of standing still, for a moment. Before its snapshots stand it is never
 * stopped, because then it holds locks.
 */
public final class Throttle {

    private static final Duration LONGEST_STOP = Duration.ofSeconds(10);
    private static final Duration BREATH = Duration.ofMillis(50);

    /** What was not written in time may be made up for, but of no more than so much time. */
    private static final Duration CREDIT = Duration.ofSeconds(2);

    private static final double NANOS = 1e9;

    private final LongSupplier running;
    private final long maxRunning;
    private final long maxRate;
    private final Supplier<Duration> clock;
    private final Pause pause;

    private double allowance;
    private long lastBytes;
    private Duration lastLook;
    private Duration stoppedAt = Duration.ZERO;
    private boolean isPaused;

    /** @param watch a session on the source that nothing else uses at the same time */
    public Throttle(Plan.Dump dump, Session watch) {
        this(
                new RunningThreads(watch)::ofOthers,
                dump.maxRunning(),
                dump.maxRate(),
                SystemClock.stopwatch()::elapsed,
                Pause.real());
    }

    Throttle(LongSupplier running, long maxRunning, long maxRate, Supplier<Duration> clock, Pause pause) {
        this.running = running;
        this.maxRunning = maxRunning;
        this.maxRate = maxRate;
        this.clock = clock;
        this.pause = pause;
        this.lastLook = clock.get();
    }

    /**
     * Stops the tool, lets it breathe or lets it go on; to be called a few times a second, at least every 10 s.
     *
     * @param bytes what the tool has written so far
     */
    public void look(ToolRun tool, long bytes) throws InterruptedException {
        Duration now = clock.get();
        boolean isTooFast = isTooFast(now, bytes);
        boolean isToStop = tool.snapshotStands() && (isTooFast || isSourceBusy());
        if (!isToStop) {
            proceed(tool);
        } else if (!isPaused) {
            stop(tool, now);
        } else if (now.minus(stoppedAt).compareTo(LONGEST_STOP) >= 0) {
            proceed(tool);
            pause.pause(BREATH);
            stop(tool, clock.get());
        }
    }

    private boolean isTooFast(Duration now, long bytes) {
        if (maxRate == 0) {
            return false;
        }
        double earned = now.minus(lastLook).toNanos() / NANOS * maxRate;
        double most = CREDIT.toSeconds() * (double) maxRate;
        allowance = Math.min(most, allowance + earned) - (bytes - lastBytes);
        lastLook = now;
        lastBytes = bytes;
        return allowance < 0;
    }

    private boolean isSourceBusy() {
        return maxRunning > 0 && running.getAsLong() > maxRunning;
    }

    private void stop(ToolRun tool, Duration now) {
        tool.pause();
        isPaused = true;
        stoppedAt = now;
    }

    private void proceed(ToolRun tool) {
        if (isPaused) {
            tool.proceed();
            isPaused = false;
        }
    }

    /** Whether the tool stands still because of us, and so is not to be taken for one that hangs. */
    public boolean isPaused() {
        return isPaused;
    }
}
