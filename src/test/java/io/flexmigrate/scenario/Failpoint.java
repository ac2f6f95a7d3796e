package io.flexmigrate.scenario;

import io.flexmigrate.engine.Event;
import io.flexmigrate.journal.AppendWatch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Makes something happen in the program at a moment of its journal, as its environment says: in every other program nothing.
 *
 * <p>{@value #WHERE} names the {@link Moment}, {@value #WHAT} the {@link Act}. Whoever holds the program there finds the file
 * {@value #MARK} in the directory {@value #DIRECTORY}, and lets go by removing it.
 */
public final class Failpoint implements AppendWatch {

    static final String WHERE = "MIGRATE_FAILPOINT";
    static final String WHAT = "MIGRATE_FAILPOINT_ACT";
    static final String DIRECTORY = "MIGRATE_FAILPOINT_DIRECTORY";
    static final String MARK = "failpoint.here";

    private static final long LOOK_MILLIS = 2;

    /** What happens there. */
    enum Act {
        /** {@code kill -INT} of ourselves, as Ctrl-C does. */
        STOP,
        /** {@code kill -9} of ourselves. */
        KILL,
        /** {@code kill -STOP} of ourselves. */
        FREEZE,
        /** The thread waits until the mark is removed; the rest of the program goes on. */
        HOLD
    }

    private final Optional<Moment> moment;
    private final Map<String, Integer> seen = new HashMap<>();
    private boolean isOver;

    /** For the service loader. */
    public Failpoint() {
        this.moment = Moment.parse(System.getenv().getOrDefault(WHERE, ""));
    }

    @Override
    public synchronized void before(Event event) {
        moment.ifPresent(wanted -> {
            seen.merge(Moment.nameOf(event), 1, Integer::sum);
            act(wanted, event, true);
        });
    }

    @Override
    public synchronized void after(Event event) {
        moment.ifPresent(wanted -> act(wanted, event, false));
    }

    private void act(Moment wanted, Event event, boolean before) {
        String name = Moment.nameOf(event);
        if (isOver || !wanted.equals(new Moment(name, seen.getOrDefault(name, 0), before))) {
            return;
        }
        isOver = true;
        Path mark = Path.of(System.getenv().getOrDefault(DIRECTORY, ".")).resolve(MARK);
        try {
            Files.writeString(mark, wanted.toString());
            switch (Act.valueOf(System.getenv().getOrDefault(WHAT, "HOLD"))) {
                case STOP -> signal("-INT");
                case KILL -> signal("-KILL");
                case FREEZE -> signal("-STOP");
                case HOLD -> hold(mark);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private static void signal(String signal) throws IOException, InterruptedException {
        String self = Long.toString(ProcessHandle.current().pid());
        new ProcessBuilder("kill", signal, self).start().waitFor();
    }

    private static void hold(Path mark) throws InterruptedException {
        while (Files.exists(mark)) {
            Thread.sleep(LOOK_MILLIS);
        }
    }
}
