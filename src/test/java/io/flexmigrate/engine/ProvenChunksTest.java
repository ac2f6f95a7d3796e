package io.flexmigrate.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.model.ChunkProof;
import io.flexmigrate.model.RowKey;
import io.flexmigrate.model.RowRange;
import io.flexmigrate.model.TableChecksum;
import io.flexmigrate.model.TableName;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProvenChunksTest {

    private static final TableName ORDERS = new TableName("shop", "orders");
    private static final String END = "";

    private final ProvenChunks chunks = new ProvenChunks();

    @Test
    void aLaterWordReplacesAnEarlierOne() {
        chunks.accept(proof("id", END, "10", 1));
        chunks.accept(proof("id", "10", END, 2));
        chunks.accept(proof("id", END, "10", 3));

        assertThat(chunks.whole(ORDERS))
                .extracting(proof -> proof.at().getEpochSecond())
                .containsExactly(3L, 2L);
        assertThat(chunks.all()).hasSize(2);
    }

    @Test
    void aTableWithAGapIsNotWhole() {
        chunks.accept(proof("id", END, "10", 1));
        chunks.accept(proof("id", "20", END, 2));

        assertThat(chunks.whole(ORDERS)).isEmpty();
        assertThat(chunks.whole(new TableName("shop", "others"))).isEmpty();
        assertThat(chunks.oldest(table -> true)).isEmpty();
    }

    @Test
    void whatDifferedInAnEarlierPassWithOtherBoundsCountsOnlyAsLongAsNoLaterOneIsWhole() {
        chunks.accept(proof("id", END, "10", 1));
        chunks.accept(different("10", "20", 2));
        chunks.accept(different("20", END, 3));
        assertThat(chunks.different()).hasSize(2);

        chunks.accept(proof("id", END, "15", 4));
        assertThat(chunks.different()).hasSize(2);
        chunks.accept(proof("id", "15", END, 5));

        assertThat(chunks.different()).isEmpty();
        assertThat(chunks.whole(ORDERS)).hasSize(2);
    }

    private static ChunkProof different(String after, String upTo, long second) {
        ChunkProof proof = proof("id", after, upTo, second);
        return new ChunkProof(
                proof.table(),
                proof.key(),
                proof.range(),
                proof.source(),
                proof.target(),
                proof.from(),
                proof.to(),
                proof.at(),
                proof.cost(),
                "DIFFERENT");
    }

    @Test
    void anotherKeyBeginsAnew() {
        chunks.accept(proof("id", END, END, 1));
        chunks.accept(proof("number", END, "10", 2));

        assertThat(chunks.whole(ORDERS)).isEmpty();
        chunks.accept(proof("number", "10", END, 3));
        assertThat(chunks.whole(ORDERS)).hasSize(2);
    }

    @Test
    void knowsTheOldest() {
        chunks.accept(proof("id", END, "10", 7));
        chunks.accept(proof("id", "10", END, 5));

        assertThat(chunks.oldest(table -> true).map(ChunkProof::at)).contains(Instant.ofEpochSecond(5));
    }

    private static ChunkProof proof(String key, String after, String upTo, long second) {
        TableChecksum checksum = new TableChecksum(1, "1", "1");
        return new ChunkProof(
                ORDERS,
                List.of(key),
                new RowRange(key(after), key(upTo)),
                checksum,
                checksum,
                Optional.empty(),
                Optional.empty(),
                Instant.ofEpochSecond(second),
                Duration.ZERO,
                "EQUAL");
    }

    private static Optional<RowKey> key(String value) {
        return value.isEmpty() ? Optional.empty() : Optional.of(new RowKey(List.of(value)));
    }
}
