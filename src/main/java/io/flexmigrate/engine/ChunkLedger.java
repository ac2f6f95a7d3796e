package io.flexmigrate.engine;

import io.flexmigrate.model.ChunkProof;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What was proven of each chunk, in a place that outlives the program. */
public interface ChunkLedger extends AutoCloseable {

    /**
     * Tells everything that was written, in order, one after the other.
     *
     * @return what could not be read of it, in words: that much is proven again; empty when nothing is damaged
     */
    Optional<String> tell(Consumer<ChunkProof> listener);

    /** Everything that was written, in order, at once. */
    default List<ChunkProof> proofs() {
        List<ChunkProof> proofs = new ArrayList<>();
        tell(proofs::add);
        return proofs;
    }

    /** Writes one more; for any thread. */
    void append(ChunkProof proof);

    /** Makes what was written outlive a crash of the machine too, and lets others write. */
    @Override
    void close();

    /** The same ledger for somebody who proves everything anew. */
    default ChunkLedger anew() {
        ChunkLedger ledger = this;
        return new ChunkLedger() {
            @Override
            public Optional<String> tell(Consumer<ChunkProof> listener) {
                return Optional.empty();
            }

            @Override
            public void append(ChunkProof proof) {
                ledger.append(proof);
            }

            @Override
            public void close() {
                ledger.close();
            }
        };
    }

    /** The same ledger, and somebody who hears of everything that is written. */
    default ChunkLedger alsoTelling(Consumer<ChunkProof> listener) {
        ChunkLedger ledger = this;
        return new ChunkLedger() {
            @Override
            public Optional<String> tell(Consumer<ChunkProof> reader) {
                return ledger.tell(reader);
            }

            @Override
            public synchronized void append(ChunkProof proof) {
                ledger.append(proof);
                listener.accept(proof);
            }

            @Override
            public void close() {
                ledger.close();
            }
        };
    }

    /** A ledger that forgets. */
    static ChunkLedger none() {
        return new ChunkLedger() {
            @Override
            public Optional<String> tell(Consumer<ChunkProof> listener) {
                return Optional.empty();
            }

            @Override
            public void append(ChunkProof proof) {
                // because nobody asks for it again
            }

            @Override
            public void close() {
                // because nothing is open
            }
        };
    }
}
