package io.flexmigrate.engine;

import io.flexmigrate.model.ChunkProof;
import java.util.List;

/** What was proven of each chunk, in a place that outlives the program. */
public interface ChunkLedger {

    /** Everything that was written, in order. */
    List<ChunkProof> proofs();

    /** Writes one more; for any thread. */
    void append(ChunkProof proof);

    /** The same ledger for somebody who proves everything anew. */
    default ChunkLedger anew() {
        ChunkLedger ledger = this;
        return new ChunkLedger() {
            @Override
            public List<ChunkProof> proofs() {
                return List.of();
            }

            @Override
            public void append(ChunkProof proof) {
                ledger.append(proof);
            }
        };
    }

    /** A ledger that forgets. */
    static ChunkLedger none() {
        return new ChunkLedger() {
            @Override
            public List<ChunkProof> proofs() {
                return List.of();
            }

            @Override
            public void append(ChunkProof proof) {
                // because nobody asks for it again
            }
        };
    }
}
