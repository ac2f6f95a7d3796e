package io.flexmigrate.cli;

import io.flexmigrate.engine.Moves;
import io.flexmigrate.engine.Progress;
import io.flexmigrate.engine.ProvenChunks;
import io.flexmigrate.engine.StageName;
import io.flexmigrate.journal.FileChunkLedger;
import io.flexmigrate.journal.RunDirectory;
import io.flexmigrate.model.Fact;
import io.flexmigrate.model.TableName;
import io.flexmigrate.plan.Plan;
import io.flexmigrate.stage.verify.Proofs;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What the ledger of a run proves of the tables that have not moved. */
record RunProofs(Plan plan, RunDirectory directory) {

    /** Read from the ledger; nothing is proven before the run is linked. */
    Proofs read(Progress progress) {
        return progress.facts()
                .find(Fact.Linked.class)
                .map(linked -> Proofs.of(
                        ProvenChunks.of(new FileChunkLedger(directory.ledger(linked.start()))), wanted(progress)))
                .orElseGet(() -> new Proofs(Optional.empty(), List.of()));
    }

    /** What the target owns cannot be proven equal any more. */
    Predicate<TableName> wanted(Progress progress) {
        Moves moves = Moves.of(progress.events(StageName.CUT_OVER));
        return table -> plan.cutover().groups().stream()
                .noneMatch(group -> group.holds(table.database()) && moves.isOpen(group.name()));
    }
}
