package io.flexmigrate.cli;

import io.flexmigrate.engine.Facts;
import io.flexmigrate.engine.Progress;
import io.flexmigrate.engine.StageName;
import io.flexmigrate.journal.FileJournal;
import io.flexmigrate.journal.RunDirectory;
import io.flexmigrate.model.Fact;
import io.flexmigrate.model.LinkLook;
import io.flexmigrate.model.LinkVerdict;
import io.flexmigrate.plan.Plan;
import io.flexmigrate.stage.verify.LiveComparisons;
import io.flexmigrate.stage.verify.Reproving;
import io.flexmigrate.stage.watch.Proving;
import java.util.function.Supplier;

/** Keeps the proofs of a run young beside a watch: while the link keeps up, and no other command works on the run. */
final class ProofKeeping implements AutoCloseable {

    private final RunDirectory directory;
    private final Proving proving;
    private volatile boolean isCalm;

    private ProofKeeping(RunProofs proofs, Supplier<Reproving> opener, Progress progress) {
        Plan plan = proofs.plan();
        this.directory = proofs.directory();
        int percent = progress.isDone(StageName.VERIFY) ? plan.verify().background() : 0;
        this.proving = Proving.start(opener, this::mayWork, percent, proofs.read(progress));
    }

    /** Begins, with sessions of its own. */
    static ProofKeeping start(RunProofs proofs, Wiring wiring, Progress progress) {
        LiveComparisons comparisons = wiring.comparisons();
        Facts facts = progress.facts();
        Fact.Assessed assessed = facts.get(Fact.Assessed.class);
        int maxLoad = proofs.plan().verify().maxLoad();
        return new ProofKeeping(
                proofs,
                () -> comparisons.reproving(
                        assessed,
                        facts.get(Fact.Linked.class).start(),
                        proofs.wanted(
                                Progress.of(FileJournal.read(proofs.directory()).events())),
                        maxLoad),
                progress);
    }

    private boolean mayWork() {
        return isCalm && FileJournal.runningProcess(directory).isEmpty();
    }

    /** A look at the link, with how the proofs stand. */
    LinkLook look(LinkLook look) {
        isCalm = look.verdict() == LinkVerdict.IN_SYNC;
        return proving.state().on(look);
    }

    @Override
    public void close() {
        proving.close();
    }
}
