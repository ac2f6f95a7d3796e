package io.flexmigrate.cli;

import io.flexmigrate.journal.RunDirectory;
import io.flexmigrate.plan.PlanFile;
import io.flexmigrate.plan.PlanReader;
import io.flexmigrate.stage.evidence.ClosedGroups;
import io.flexmigrate.stage.evidence.ServerClaims;
import io.flexmigrate.stage.verify.Verification;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What every verb takes: a plan and the work directory of its run. */
final class PlanParameters {

    @Parameters(paramLabel = "PLAN", description = "The plan file, such as plan.yaml.")
    private Path plan = Path.of("");

    @Option(
            names = "--work-dir",
            paramLabel = "DIR",
            description =
                    "Where the run keeps its journal and its dump. Default: ./migrate-NAME, from the plan's name.")
    private Optional<Path> workDirectory = Optional.empty();

    Migration migration(Telling telling) {
        PlanFile planFile = new PlanReader().read(plan);
        return Migration.of(planFile, directory(planFile), telling);
    }

    /** The run as its files tell it. */
    RunReading reading() {
        PlanFile planFile = new PlanReader().read(plan);
        return new RunReading(planFile, new RunDirectory(directory(planFile)));
    }

    CutOverRun cutOver(Telling telling) {
        PlanFile planFile = new PlanReader().read(plan);
        Path directory = directory(planFile);
        return new CutOverRun(
                Migration.of(planFile, directory, telling), planFile.plan(), new RunDirectory(directory), telling);
    }

    Watching watching(Telling telling, Format format) {
        PlanFile planFile = new PlanReader().read(plan);
        return new Watching(planFile, new RunDirectory(directory(planFile)), telling, format);
    }

    Aborting aborting(Telling telling) {
        PlanFile planFile = new PlanReader().read(plan);
        return new Aborting(planFile, new RunDirectory(directory(planFile)), telling);
    }

    AccountsShown accounts(PrintWriter out) {
        PlanFile planFile = new PlanReader().read(plan);
        return new AccountsShown(planFile, new RunDirectory(directory(planFile)), out);
    }

    Skipping skipping(PrintWriter out) {
        PlanFile planFile = new PlanReader().read(plan);
        return new Skipping(planFile, new RunDirectory(directory(planFile)), out);
    }

    Verification verification() throws InterruptedException {
        PlanFile planFile = new PlanReader().read(plan);
        Wiring wiring = Wiring.of(planFile, new RunDirectory(directory(planFile)), List.of(), System.getenv());
        return new Verification(planFile.plan(), wiring.source(), wiring.target());
    }

    EvidenceCheck evidence() throws InterruptedException {
        PlanFile planFile = new PlanReader().read(plan);
        RunDirectory runDirectory = new RunDirectory(directory(planFile));
        Wiring wiring = Wiring.of(planFile, runDirectory, List.of(), System.getenv());
        return new EvidenceCheck(
                planFile,
                runDirectory,
                new ServerClaims(wiring.source(), wiring.target(), new ClosedGroups(planFile.plan(), wiring.source())));
    }

    private Path directory(PlanFile planFile) {
        return workDirectory.orElseGet(
                () -> Path.of("migrate-" + planFile.plan().name()));
    }
}
