package io.flexmigrate.scenario;

import io.flexmigrate.engine.Event;
import io.flexmigrate.journal.AppendWatch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Makes something happen in the program at moments of its journal, as its environment says: in every other program nothing.
 *
 * <p>{@value #WHERE} names in each line an {@link Act} and a {@link Moment}. At each of them the file {@value #MARK} appears in
 * the directory {@value #DIRECTORY}, which names the moment; whoever waited for it removes it, and with it lets go.
 */
public final class Failpoint implements AppendWatch {

    static final String WHERE = "MIGRATE_FAILPOINT";
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

    private final Map<Moment, Act> acts;
    private final Map<String, Integer> seen = new HashMap<>();

    /** For the service loader. */
    public Failpoint() {
        this.acts = System.getenv()
                .getOrDefault(WHERE, "")
                .lines()
                .map(line -> line.split(" ", 2))
                .collect(Collectors.toMap(
                        line -> Moment.parse(line[1]), line -> Act.valueOf(line[0]), (one, same) -> one, HashMap::new));
    }

    /** A line of {@value #WHERE}. */
    static String line(Act act, Moment moment) {
        return act + " " + moment;
    }

    @Override
    public synchronized void before(Event event) {
        seen.merge(Moment.nameOf(event), 1, Integer::sum);
        look(event, true);
    }

    @Override
    public synchronized void after(Event event) {
        look(event, false);
    }

    private void look(Event event, boolean before) {
        String name = Moment.nameOf(event);
        Moment now = new Moment(name, seen.getOrDefault(name, 0), before);
        Act act = acts.remove(now);
        if (act == null) {
            return;
        }
        try {
            Path directory = Path.of(System.getenv().getOrDefault(DIRECTORY, "."));
            Path mark = directory.resolve(MARK);
            hold(mark);
            Files.move(
                    Files.writeString(directory.resolve(MARK + ".new"), now.toString()),
                    mark,
                    StandardCopyOption.ATOMIC_MOVE);
            switch (act) {
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
