package io.flexmigrate.stage.dump;

import io.flexmigrate.engine.StageFailedException;
import io.flexmigrate.model.TableName;
import io.flexmigrate.model.TableRows;
import io.flexmigrate.mysql.MySqlException;
import io.flexmigrate.mysql.MySqlServer;
import io.flexmigrate.mysql.SnapshotSession;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Sessions of one snapshot that dump tables side by side; the first failure ends all of them. */
final class FillingLanes implements Filling {

    private static final Duration LONGEST_END = Duration.ofSeconds(10);

    private final MySqlServer source;
    private final List<TableName> tables;
    private final Path omissions;
    private final TableLanes lanes;
    private final TableFilling filling;
    private final Reopening reopening;
    private final List<SnapshotSession> sessions = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private final AtomicInteger numbers = new AtomicInteger();
    private final Queue<TableRows> done = new ConcurrentLinkedQueue<>();
    private final Queue<RuntimeException> failures = new ConcurrentLinkedQueue<>();
    private final CountDownLatch working;

    FillingLanes(
            MySqlServer source,
            List<TableName> tables,
            Path omissions,
            TableLanes lanes,
            TableFilling filling,
            Reopening reopening) {
        this.reopening = reopening;
        this.source = source;
        this.tables = List.copyOf(tables);
        this.omissions = omissions;
        this.lanes = lanes;
        this.filling = filling;
        this.working = new CountDownLatch(lanes.count());
    }

    @Override
    public List<TableName> tables() {
        return tables;
    }

    @Override
    public Optional<Path> omissions() {
        return Optional.of(omissions);
    }

    @Override
    public void open() {
        for (int lane = 0; lane < lanes.count(); lane++) {
            sessions.add(SnapshotSession.open(source));
        }
    }

    @Override
    public void start() {
        reopening.reopen();
        for (int lane = 0; lane < sessions.size(); lane++) {
            int number = lane;
            Thread thread = new Thread(() -> work(number), "dump lane " + lane);
            thread.setDaemon(true);
            threads.add(thread);
            thread.start();
        }
    }

    private void work(int lane) {
        try (SnapshotSession session = sessions.get(lane)) {
            Optional<TableName> table = lanes.next(lane);
            while (table.isPresent() && failures.isEmpty()) {
                fill(session, table.get());
                table = lanes.next(lane);
            }
        } finally {
            working.countDown();
        }
    }

    private void fill(SnapshotSession session, TableName table) {
        try {
            done.add(filling.fill(session, table, numbers.incrementAndGet()));
        } catch (UncheckedIOException full) {
            failures.add(new StageFailedException(
                    "The table " + table + ", which we dump ourselves, could not be written: " + full.getMessage(),
                    "See that the work directory's disk has space, then run the same command again.",
                    full));
        } catch (MySqlException lost) {
            failures.add(new UnusableDumpException(
                    "The table " + table + ", which we dump ourselves, could not be read: " + lost.getMessage() + "."));
        } catch (RuntimeException bug) {
            failures.add(new StageFailedException(
                    "The table " + table + " could not be dumped: " + bug, "Report this as a fault of migrate.", bug));
        }
    }

    @Override
    public boolean ends(Duration within) throws InterruptedException {
        return working.await(within.toMillis(), TimeUnit.MILLISECONDS) || !failures.isEmpty();
    }

    @Override
    public List<TableRows> rows() {
        RuntimeException first = failures.peek();
        if (first != null) {
            throw first;
        }
        return new ArrayList<>(done);
    }

    @Override
    public long bytes() {
        return filling.directory().bytes();
    }

    @Override
    public void close() {
        sessions.forEach(SnapshotSession::close);
        threads.forEach(FillingLanes::await);
        reopening.reopen();
    }

    /** Because files are deleted next, which nobody may be writing then. */
    private static void await(Thread lane) {
        try {
            lane.join(LONGEST_END.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
