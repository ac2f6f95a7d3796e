package io.flexmigrate.stage.verify;

import io.flexmigrate.engine.ProvenChunks;
import io.flexmigrate.model.BinlogCoordinates;
import io.flexmigrate.model.ChunkProof;
import io.flexmigrate.model.TableName;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** From where on changes of a table must be looked at, as everything before is proven by a ledger. */
final class Baselines {

    private Baselines() {}

    /** By table; a table that is not proven from its first row to its last is not there. */
    static Map<TableName, BinlogCoordinates> of(ProvenChunks proven, Collection<TableName> tables) {
        Map<TableName, BinlogCoordinates> baselines = new HashMap<>();
        tables.forEach(table -> baseline(proven.whole(table)).ifPresent(baseline -> baselines.put(table, baseline)));
        return baselines;
    }

    private static Optional<BinlogCoordinates> baseline(List<ChunkProof> chunks) {
        return chunks.stream().allMatch(proof -> proof.from().isPresent() && counts(proof))
                ? chunks.stream().flatMap(proof -> proof.from().stream()).min(BinlogCoordinates::compareTo)
                : Optional.empty();
    }

    /** Rows with a key that moved stand in the binlog; of a table without one nothing is known then. */
    private static boolean counts(ChunkProof proof) {
        return proof.verdict().equals(Verdict.Kind.EQUAL.name())
                || (proof.verdict().equals(Verdict.Kind.MOVING.name())
                        && !proof.key().isEmpty());
    }
}
