package io.flexmigrate.cli;

import io.flexmigrate.engine.Event;
import io.flexmigrate.engine.JournalException;
import io.flexmigrate.journal.FileJournal;
import io.flexmigrate.journal.JournalContent;
import io.flexmigrate.journal.JournalHeader;
import io.flexmigrate.journal.RunDirectory;
import io.flexmigrate.plan.ChangedPlanException;
import io.flexmigrate.plan.PlanChange;
import io.flexmigrate.plan.PlanFile;
import io.flexmigrate.stage.probe.ProbeSteps;
import io.flexmigrate.time.SystemClock;
import java.io.IOException;
import java.nio.file.Files;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/** Begins the journal of a run, or goes on with it when the plan still fits. */
record RunJournal(RunDirectory directory, PlanFile planFile) {

    /**
     * Opens it.
     *
     * @param mustExist whether a run must have begun before
     * @param settle removes what a killed probe left, where that must be done before its journal goes
     * @throws ChangedPlanException when the run began with another plan and has changed something since
     */
    FileJournal open(boolean mustExist, Consumer<FileJournal> settle) {
        if (!directory.hasRun() && !mustExist) {
            return begin();
        }
        JournalContent content = FileJournal.read(directory);
        List<String> changes = PlanChange.notAllowed(content.header().plan(), planFile.fields());
        if (changes.isEmpty()) {
            return FileJournal.open(directory);
        }
        if (content.events().stream().map(Event::stage).anyMatch(stage -> stage.changesTheWorld())) {
            throw new ChangedPlanException(changes);
        }
        return beginAgain(changes, settle);
    }

    /** The clock for what is written to it from now on: it goes on where the journal ends, and never jumps. */
    static InstantSource clock(FileJournal journal) {
        List<Event> events = journal.events();
        return SystemClock.steady(
                events.isEmpty()
                        ? journal.header().started()
                        : events.get(events.size() - 1).at());
    }

    private static void requireSameTarget(List<String> changes) {
        if (changes.stream().anyMatch(change -> change.startsWith("target."))) {
            throw new ChangedPlanException(changes);
        }
    }

    private FileJournal begin() {
        String version = ProgramVersion.number();
        return FileJournal.create(
                directory,
                JournalHeader.of(
                        version,
                        UUID.randomUUID().toString(),
                        SystemClock.wall().instant(),
                        planFile.fields()));
    }

    /** Because a plan is often corrected after its first assessment, and an assessment leaves nothing but a killed probe. */
    private FileJournal beginAgain(List<String> changes, Consumer<FileJournal> settle) {
        try (FileJournal locked = FileJournal.open(directory)) {
            if (ProbeSteps.areUnsettled(locked.events())) {
                requireSameTarget(changes);
                settle.accept(locked);
            }
            if (ProbeSteps.areUnsettled(locked.events())) {
                throw new ChangedPlanException(changes);
            }
            Files.delete(directory.journal());
            locked.close();
            return begin();
        } catch (IOException failure) {
            throw new JournalException("the journal of an assessment cannot be replaced: " + failure, failure);
        }
    }
}
