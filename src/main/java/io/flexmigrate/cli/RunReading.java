package io.flexmigrate.cli;

import io.flexmigrate.engine.Chronicle;
import io.flexmigrate.engine.Event;
import io.flexmigrate.engine.Progress;
import io.flexmigrate.engine.RunLabel;
import io.flexmigrate.engine.Status;
import io.flexmigrate.journal.FileJournal;
import io.flexmigrate.journal.JournalContent;
import io.flexmigrate.journal.JournalHeader;
import io.flexmigrate.journal.RunDirectory;
import io.flexmigrate.plan.Plan;
import io.flexmigrate.plan.PlanFile;
import io.flexmigrate.time.SystemClock;
import java.util.List;

/** A run as its files tell it, whether a process works on it or not. */
record RunReading(PlanFile planFile, RunDirectory directory) {

    /** How far it is. */
    Status status() {
        return chronicle().status();
    }

    /** How it went. */
    Chronicle chronicle() {
        JournalContent content = FileJournal.read(directory);
        Progress progress = Progress.of(content.events());
        boolean running = FileJournal.runningProcess(directory).isPresent();
        return Chronicle.of(
                        label(content.header()), progress, SystemClock.wall().instant(), running)
                .provenSince(
                        new RunProofs(planFile.plan(), directory).read(progress).oldest());
    }

    /** How far it is by these events, without a process that works on it. */
    Status ended(JournalHeader header, List<Event> events) {
        return status(header, events, false);
    }

    /** The same with a process that does. */
    Status running(JournalHeader header, List<Event> events) {
        return status(header, events, true);
    }

    private Status status(JournalHeader header, List<Event> events, boolean running) {
        return Status.of(label(header), Progress.of(events), SystemClock.wall().instant(), running);
    }

    List<String> groups() {
        return planFile.plan().cutover().groups().stream().map(Plan.Group::name).toList();
    }

    /** What names it to people. */
    RunLabel label(JournalHeader header) {
        return new RunLabel(
                planFile.plan().name(),
                header.run(),
                header.program(),
                header.started(),
                place(planFile.plan().source().endpoint()),
                place(planFile.plan().target().endpoint()),
                planFile.plan().purpose() == Plan.Purpose.SYNC,
                groups());
    }

    private static String place(Plan.Endpoint endpoint) {
        return endpoint.host() + ":" + endpoint.port();
    }
}
