package io.flexmigrate.stage.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.engine.ProvenChunks;
import io.flexmigrate.model.BinlogCoordinates;
import io.flexmigrate.model.ChunkProof;
import io.flexmigrate.model.RowKey;
import io.flexmigrate.model.RowRange;
import io.flexmigrate.model.TableChecksum;
import io.flexmigrate.model.TableName;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class BaselinesTest {

    private static final TableName ORDERS = new TableName("shop", "orders");
    private static final OptionalInt END = OptionalInt.empty();

    @Test
    void isWhereTheFirstOfAllChunksWasProven() {
        assertThat(baselines(List.of(
                        proof(END, OptionalInt.of(10), 300, "EQUAL"),
                        proof(OptionalInt.of(20), END, 200, "MOVING"),
                        proof(OptionalInt.of(10), OptionalInt.of(20), 400, "EQUAL"))))
                .containsEntry(ORDERS, at(200));
    }

    @Test
    void isThereOnlyForATableThatIsProvenFromItsFirstRowToItsLast() {
        assertThat(baselines(List.of(
                        proof(END, OptionalInt.of(10), 300, "EQUAL"), proof(OptionalInt.of(20), END, 200, "EQUAL"))))
                .isEmpty();
        assertThat(baselines(List.of(
                        proof(END, OptionalInt.of(10), 300, "EQUAL"),
                        proof(OptionalInt.of(10), END, 200, "DIFFERENT"))))
                .isEmpty();
    }

    @Test
    void believesTheLatestProofOfAChunk() {
        assertThat(baselines(List.of(
                        proof(END, END, 100, "DIFFERENT"),
                        proof(END, END, 200, "EQUAL"),
                        proof(END, END, 300, "EQUAL"))))
                .containsEntry(ORDERS, at(300));
        assertThat(baselines(List.of(proof(END, END, 200, "EQUAL"), proof(END, END, 300, "DIFFERENT"))))
                .isEmpty();
    }

    @Test
    void knowsNothingOfATableWithoutKeyThatMoved() {
        ChunkProof moved = new ChunkProof(
                ORDERS,
                List.of(),
                RowRange.ALL,
                new TableChecksum(1, "1", "1"),
                new TableChecksum(1, "1", "1"),
                Optional.of(at(100)),
                Optional.of(at(100)),
                Instant.EPOCH,
                Duration.ZERO,
                "MOVING");

        assertThat(baselines(List.of(moved))).isEmpty();
    }

    private static Map<TableName, BinlogCoordinates> baselines(List<ChunkProof> proofs) {
        ProvenChunks proven = new ProvenChunks();
        proofs.forEach(proven);
        return Baselines.of(proven, List.of(ORDERS));
    }

    private static ChunkProof proof(OptionalInt after, OptionalInt upTo, long from, String verdict) {
        return new ChunkProof(
                ORDERS,
                List.of("id"),
                new RowRange(key(after), key(upTo)),
                new TableChecksum(1, "1", "1"),
                new TableChecksum(1, "1", "1"),
                Optional.of(at(from)),
                Optional.of(at(from + 50)),
                Instant.EPOCH,
                Duration.ZERO,
                verdict);
    }

    private static Optional<RowKey> key(OptionalInt id) {
        return id.isPresent() ? Optional.of(new RowKey(List.of(Integer.toString(id.getAsInt())))) : Optional.empty();
    }

    private static BinlogCoordinates at(long position) {
        return new BinlogCoordinates("binlog.000001", position);
    }
}
