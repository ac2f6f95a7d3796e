package io.flexmigrate.stage.watch;

import io.flexmigrate.engine.JournalException;
import io.flexmigrate.engine.StageFailedException;
import io.flexmigrate.mysql.MySqlException;
import io.flexmigrate.stage.verify.Proofs;
import io.flexmigrate.stage.verify.Reproving;
import io.flexmigrate.stage.verify.Verdict;
import io.flexmigrate.time.Pause;
import io.flexmigrate.time.SystemClock;
import io.flexmigrate.time.SystemClock.Stopwatch;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Proves again and again in the background what was proven, in a share of one thread's time.
 *
 * <p>What goes wrong meanwhile is no news: a server that is gone is told of by the looks at the link.
 */
public final class Proving implements AutoCloseable {

    private static final Duration REST = Duration.ofSeconds(1);

    /** So that the ledger does not grow by more than a line a second, however small the chunks are. */
    private static final Duration SHORTEST_REST = Duration.ofSeconds(1);

    private static final Duration LONGEST_REST = Duration.ofMinutes(1);

    private final Supplier<Reproving> opener;
    private final BooleanSupplier mayWork;
    private final int percent;
    private final Pause pause;
    private final Thread thread = new Thread(this::work, "proving");
    private volatile Proofs state;

    private Proving(Supplier<Reproving> opener, BooleanSupplier mayWork, int percent, Pause pause, Proofs state) {
        this.opener = opener;
        this.mayWork = mayWork;
        this.percent = percent;
        this.pause = pause;
        this.state = state;
    }

    /**
     * Begins.
     *
     * @param mayWork asked before every chunk
     * @param percent of one thread's time; 0: nothing is proven
     * @param before how the proofs stand now
     */
    public static Proving start(Supplier<Reproving> opener, BooleanSupplier mayWork, int percent, Proofs before) {
        Proving proving = new Proving(opener, mayWork, percent, Pause.real(), before);
        if (percent > 0) {
            proving.thread.setDaemon(true);
            proving.thread.start();
        }
        return proving;
    }

    /** How the proofs stand. */
    public Proofs state() {
        return state;
    }

    private void work() {
        try {
            while (true) {
                if (mayWork.getAsBoolean()) {
                    proveWhileAllowed();
                }
                pause.pause(REST);
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private void proveWhileAllowed() throws InterruptedException {
        try (Reproving reproving = opener.get()) {
            while (mayWork.getAsBoolean()) {
                Stopwatch watch = SystemClock.stopwatch();
                Optional<Verdict> proven = reproving.next();
                state = reproving.state();
                pause.pause(proven.isPresent() ? rest(watch.elapsed()) : REST);
            }
        } catch (MySqlException | JournalException | StageFailedException passing) {
            pause.pause(REST);
        }
    }

    private Duration rest(Duration work) {
        Duration rest = work.multipliedBy(100L - percent).dividedBy(percent);
        if (rest.compareTo(SHORTEST_REST) < 0) {
            return SHORTEST_REST;
        }
        return rest.compareTo(LONGEST_REST) > 0 ? LONGEST_REST : rest;
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
