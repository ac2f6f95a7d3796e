package io.flexmigrate.stage.verify;

import io.flexmigrate.model.BinlogCoordinates;
import io.flexmigrate.model.ChunkProof;
import io.flexmigrate.model.RowKey;
import io.flexmigrate.model.TableName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** From where on changes of a table must be looked at, as everything before is proven by a ledger. */
final class Baselines {

    private Baselines() {}

    /** By table; a table that is not proven from its first row to its last is not there. */
    static Map<TableName, BinlogCoordinates> of(List<ChunkProof> proofs) {
        Map<TableName, BinlogCoordinates> baselines = new HashMap<>();
        proofs.stream()
                .collect(Collectors.groupingBy(ChunkProof::table))
                .forEach((table, ofTable) -> baseline(ofTable).ifPresent(baseline -> baselines.put(table, baseline)));
        return baselines;
    }

    private static Optional<BinlogCoordinates> baseline(List<ChunkProof> proofs) {
        List<String> key = proofs.get(proofs.size() - 1).key();
        Map<Optional<RowKey>, ChunkProof> latest = new HashMap<>();
        proofs.stream()
                .filter(proof -> proof.key().equals(key))
                .forEach(proof -> latest.put(proof.range().after(), proof));
        Optional<BinlogCoordinates> earliest = Optional.empty();
        Optional<RowKey> after = Optional.empty();
        do {
            ChunkProof proof = latest.remove(after);
            if (proof == null || proof.from().isEmpty() || !counts(proof)) {
                return Optional.empty();
            }
            earliest = earliest.or(proof::from)
                    .map(first -> earlier(first, proof.from().orElse(first)));
            after = proof.range().upTo();
        } while (after.isPresent());
        return earliest;
    }

    /** Rows with a key that moved stand in the binlog; of a table without one nothing is known then. */
    private static boolean counts(ChunkProof proof) {
        return proof.verdict().equals(Verdict.Kind.EQUAL.name())
                || (proof.verdict().equals(Verdict.Kind.MOVING.name())
                        && !proof.key().isEmpty());
    }

    private static BinlogCoordinates earlier(BinlogCoordinates one, BinlogCoordinates other) {
        return other.isAtOrAfter(one) ? one : other;
    }
}
