package io.flexmigrate.cli;

import io.flexmigrate.engine.Event;
import io.flexmigrate.engine.RunLabel;
import io.flexmigrate.engine.Status;
import io.flexmigrate.journal.FileJournal;
import io.flexmigrate.journal.JournalContent;
import io.flexmigrate.journal.JournalFollower;
import io.flexmigrate.journal.StatusJson;
import io.flexmigrate.time.Pause;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/** Looks on while another process works on a run: reads its journal again and again, until nobody works on it. */
record StatusWatching(RunReading reading, Telling telling) {

    private static final Duration ROUND = Duration.ofSeconds(1);

    /** The live block where there is a terminal for it, else a line for all that happens. */
    ExitCode forPeople() {
        JournalFollower follower = new JournalFollower(reading.directory());
        JournalContent content = follower.read();
        RunLabel label = reading.label(content.header());
        AtomicReference<List<Event>> events = new AtomicReference<>(content.events());
        int told = content.events().size();
        try (Teller teller = telling.lookOn(label, events::get)) {
            boolean running = true;
            while (running) {
                running = isRunning();
                List<Event> now = follower.read().events();
                events.set(now);
                now.stream().skip(told).forEach(teller::tell);
                told = now.size();
                Pause.real().pause(running ? ROUND : Duration.ZERO);
            }
        } catch (InterruptedException interrupted) {
            telling.say("No longer looked at; the run itself goes on.");
            return ExitCode.DONE;
        }
        telling.end(reading.ended(content.header(), follower.read().events()));
        return ExitCode.DONE;
    }

    /** The status as one JSON object a line, whenever there is something new. */
    ExitCode forPrograms() throws InterruptedException {
        JournalFollower follower = new JournalFollower(reading.directory());
        StatusJson json = new StatusJson();
        int known = -1;
        boolean running = true;
        while (running) {
            running = isRunning();
            JournalContent content = follower.read();
            if (content.events().size() != known || !running) {
                known = content.events().size();
                telling.out().println(json.line(status(content, running)));
                telling.out().flush();
            }
            if (running) {
                Pause.real().pause(ROUND);
            }
        }
        return ExitCode.DONE;
    }

    private Status status(JournalContent content, boolean running) {
        return running
                ? reading.running(content.header(), content.events())
                : reading.ended(content.header(), content.events());
    }

    private boolean isRunning() {
        return FileJournal.runningProcess(reading.directory()).isPresent();
    }
}
