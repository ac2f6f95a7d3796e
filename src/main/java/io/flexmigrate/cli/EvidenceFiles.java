package io.flexmigrate.cli;

import io.flexmigrate.engine.Event;
import io.flexmigrate.engine.JournalException;
import io.flexmigrate.engine.Progress;
import io.flexmigrate.engine.ProvenChunks;
import io.flexmigrate.engine.Status;
import io.flexmigrate.engine.Testimony;
import io.flexmigrate.engine.TestimonyReading;
import io.flexmigrate.journal.FileChunkLedger;
import io.flexmigrate.journal.JournalHeader;
import io.flexmigrate.journal.LineSeal;
import io.flexmigrate.journal.RunDirectory;
import io.flexmigrate.journal.TestimonyJson;
import io.flexmigrate.model.Fact;
import io.flexmigrate.plan.PlanFile;
import io.flexmigrate.report.EvidenceHtml;
import io.flexmigrate.stage.wayback.WayBack;
import io.flexmigrate.time.SystemClock;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.TreeSet;

/** Writes what a finished run can show beside its report. */
record EvidenceFiles(RunDirectory directory, PlanFile planFile) {

    /** @throws JournalException when that cannot be done */
    void write(Status status, List<Event> events) {
        if (Files.exists(directory.evidenceJson())) {
            // because what was sealed when the run ended is not to be sealed anew
            return;
        }
        Testimony testimony = testimony(status, events);
        try {
            StringWriter page = new StringWriter();
            new EvidenceHtml(ZoneId.systemDefault()).write(testimony, page);
            new ReportFile(directory.evidenceHtml()).write(writer -> writer.write(page.toString()));
            new ReportFile(directory.evidenceJson())
                    .write(writer -> writer.write(new TestimonyJson().write(testimony)));
        } catch (IOException failure) {
            throw new JournalException(
                    "the evidence cannot be written to " + directory + ": " + failure
                            + ". The migration is finished; migrate resume writes it again.",
                    failure);
        }
    }

    private Testimony testimony(Status status, List<Event> events) {
        Path ledger = directory.ledger(
                Progress.of(events).facts().get(Fact.Linked.class).start());
        LineSeal seal = new LineSeal(directory);
        return new TestimonyReading(
                        status,
                        events,
                        planFile.fields(),
                        JournalHeader.digestOf(planFile.fields()),
                        ProvenChunks.of(new FileChunkLedger(ledger)).all(),
                        seal.of(ledger),
                        seal.of(directory.journal()),
                        List.copyOf(new TreeSet<>(WayBack.serverIds(events))))
                .at(SystemClock.wall().instant());
    }
}
