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
import io.flexmigrate.time.SystemClock;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.UUID;

/** Begins the journal of a run, or goes on with it when the plan still fits. */
record RunJournal(RunDirectory directory, PlanFile planFile) {

    /**
     * Opens it.
     *
     * @param mustExist whether a run must have begun before
     * @throws ChangedPlanException when the run began with another plan and has changed something since
     */
    FileJournal open(boolean mustExist) {
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
        return beginAgain();
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

    /** Because a plan is often corrected after its first assessment, and an assessment changes nothing. */
    private FileJournal beginAgain() {
        try (FileJournal locked = FileJournal.open(directory)) {
            Files.delete(directory.journal());
            locked.close();
            return begin();
        } catch (IOException failure) {
            throw new JournalException("the journal of an assessment cannot be replaced: " + failure, failure);
        }
    }
}
