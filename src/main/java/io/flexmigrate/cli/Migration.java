package io.flexmigrate.cli;

import io.flexmigrate.plan.PlanFile;
import java.io.PrintWriter;
import java.nio.file.Path;

/** The composition root: a plan, a work directory and all the rooms put together. */
final class Migration {

    private final PlanFile planFile;
    private final Path workDirectory;
    private final PrintWriter out;

    private Migration(PlanFile planFile, Path workDirectory, PrintWriter out) {
        this.planFile = planFile;
        this.workDirectory = workDirectory;
        this.out = out;
    }

    static Migration of(PlanFile planFile, Path workDirectory, PrintWriter out) {
        return new Migration(planFile, workDirectory, out);
    }

    /**
     * Walks the stages from wherever the run is.
     *
     * @param mustExist whether a run must have begun before
     * @param cutOverApproved whether a person has approved the cut-over
     */
    ExitCode run(boolean mustExist, boolean cutOverApproved) throws InterruptedException {
        return notYet("run, exists " + mustExist + ", approved " + cutOverApproved);
    }

    /** Says what a run would do. */
    ExitCode describe() throws InterruptedException {
        return notYet("describe");
    }

    /** Says how far the run is. */
    ExitCode status(Format format) {
        return notYet("status " + format);
    }

    private ExitCode notYet(String what) {
        out.flush();
        throw new UnsupportedOperationException(what + " of " + planFile.file() + " in " + workDirectory);
    }
}
