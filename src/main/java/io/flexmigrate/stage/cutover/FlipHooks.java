package io.flexmigrate.stage.cutover;

import io.flexmigrate.engine.FailureKind;
import io.flexmigrate.engine.StageFailedException;
import io.flexmigrate.engine.StageLog;
import io.flexmigrate.engine.Step;
import io.flexmigrate.stage.flip.Flip;
import io.flexmigrate.stage.flip.FlipException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/**
 * Sends the clients along: the hooks of a group, one after the other, each at least once. Proxies that stand before all other hooks
 * are turned on a thread of its own while the accounts are opened, so that the clients wait for the longer of both, not for their
 * sum; who comes in between is refused as before, by the one server or by the other.
 */
final class FlipHooks implements AutoCloseable {

    private final List<Flip> all;
    private final Ends ends;
    private final int done;
    private final int proxies;
    private final ExecutorService thread;
    private final Callable<Integer> turn = this::turn;
    private Future<Integer> turning = CompletableFuture.completedFuture(0);

    /** Finds out which of them the journal knows to be done: they are done in their order. */
    FlipHooks(List<Flip> all, Ends ends, StageLog log) {
        this.all = List.copyOf(all);
        this.ends = ends;
        this.done = (int) IntStream.range(0, all.size())
                .takeWhile(number -> log.hasReached(step(number)))
                .count();
        this.proxies =
                (int) this.all.stream().skip(done).takeWhile(Flip::turnsProxy).count();
        this.thread = Executors.newSingleThreadExecutor(work -> {
            Thread turner = new Thread(work, "turner of proxies");
            turner.setDaemon(true);
            return turner;
        });
    }

    /** Looks at them, and changes nothing: what they object to was told before anything began. */
    void look() throws InterruptedException {
        get(thread.submit(() -> {
            for (Flip flip : all) {
                flip.objection();
            }
            return 0;
        }));
    }

    /** Begins to turn the proxies that stand first; {@link #run} waits for that. */
    void begin(StageLog log) {
        if (proxies > 0) {
            for (int number = done; number < done + proxies; number++) {
                log.hurrying().intend(step(number), Map.of());
            }
            turning = thread.submit(turn);
        }
    }

    private int turn() throws InterruptedException {
        for (Flip flip : all.subList(done, done + proxies)) {
            run(flip);
        }
        return proxies;
    }

    /** Does those that the journal does not know to be done. */
    void run(StageLog log) throws InterruptedException {
        int turned = get(turning);
        for (int number = done; number < all.size(); number++) {
            if (number >= done + turned) {
                // because each is done once more where its end is not known
                log.hurrying().intend(step(number), Map.of());
                run(all.get(number));
            }
            log.hurrying().reach(step(number), Map.of());
        }
    }

    private Step step(int number) {
        return new Step("flip", (number + 1) + ". " + all.get(number).shown());
    }

    private void run(Flip flip) throws InterruptedException {
        try {
            flip.run();
        } catch (FlipException failure) {
            throw new StageFailedException(
                    FailureKind.HOOK,
                    "The flip hook '" + flip.shown() + "' failed: " + failure.getMessage() + ".",
                    "The " + ends.opened() + " is open and the " + ends.closed()
                            + " is closed, so there is only forward: mend the hook and resume, which does it again,"
                            + " or send the clients to the " + ends.opened() + " by hand.",
                    failure);
        }
    }

    private static int get(Future<Integer> done) throws InterruptedException {
        try {
            return done.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException trouble) {
                throw trouble;
            }
            throw new IllegalStateException(failed);
        }
    }

    /** Gives up what is still being turned: what the journal does not know to be done is done once more. */
    @Override
    public void close() {
        thread.shutdownNow();
    }
}
