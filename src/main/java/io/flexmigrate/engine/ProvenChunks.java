package io.flexmigrate.engine;

import io.flexmigrate.model.ChunkProof;
import io.flexmigrate.model.RowKey;
import io.flexmigrate.model.TableName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * The last word of a ledger on each chunk, as many words as it may hold.
 *
 * <p>A chunk begins behind a row; one that begins behind the same row replaces it. A table whose key changed begins anew.
 */
public final class ProvenChunks implements Consumer<ChunkProof> {

    private final Map<TableName, Map<Optional<RowKey>, ChunkProof>> chunks = new HashMap<>();
    private final Map<TableName, List<String>> keys = new HashMap<>();

    /** Those of a ledger. */
    public static ProvenChunks of(ChunkLedger ledger) {
        ProvenChunks chunks = new ProvenChunks();
        ledger.tell(chunks);
        return chunks;
    }

    @Override
    public void accept(ChunkProof proof) {
        Map<Optional<RowKey>, ChunkProof> ofTable = chunks.computeIfAbsent(proof.table(), unused -> new HashMap<>());
        List<String> before = keys.put(proof.table(), proof.key());
        if (!proof.key().equals(before)) {
            ofTable.clear();
        }
        ofTable.put(proof.range().after(), proof);
    }

    /** All of them, in no order. */
    public List<ChunkProof> all() {
        return chunks.values().stream()
                .flatMap(ofTable -> ofTable.values().stream())
                .toList();
    }

    /** Those of a table from its first row to its last; empty when some are missing. */
    public List<ChunkProof> whole(TableName table) {
        Map<Optional<RowKey>, ChunkProof> left = new HashMap<>(chunks.getOrDefault(table, Map.of()));
        List<ChunkProof> whole = new ArrayList<>();
        Optional<RowKey> after = Optional.empty();
        do {
            ChunkProof proof = left.remove(after);
            if (proof == null) {
                return List.of();
            }
            whole.add(proof);
            after = proof.range().upTo();
        } while (after.isPresent());
        return whole;
    }

    /** Forgets a table, which is gone. */
    public void forget(TableName table) {
        chunks.remove(table);
        keys.remove(table);
    }

    /** The chunks that differed when they were looked at last. */
    public List<ChunkProof> different() {
        return chunks.keySet().stream()
                .flatMap(table -> current(table).stream())
                .filter(proof -> proof.verdict().equals("DIFFERENT"))
                .toList();
    }

    /** Chunks of an earlier pass with other bounds say nothing any more once a later one went from the first row to the last. */
    private Collection<ChunkProof> current(TableName table) {
        List<ChunkProof> whole = whole(table);
        return whole.isEmpty() ? chunks.getOrDefault(table, Map.of()).values() : whole;
    }

    /** The one of all these tables, as far as they are whole, that was looked at longest ago. */
    public Optional<ChunkProof> oldest(Predicate<TableName> wanted) {
        return chunks.keySet().stream()
                .filter(wanted)
                .flatMap(table -> whole(table).stream())
                .min(Comparator.comparing(ChunkProof::at));
    }
}
