package io.flexmigrate.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flexmigrate.engine.JournalException;
import io.flexmigrate.model.BinlogCoordinates;
import io.flexmigrate.model.ChunkProof;
import io.flexmigrate.model.RowKey;
import io.flexmigrate.model.RowRange;
import io.flexmigrate.model.TableChecksum;
import io.flexmigrate.model.TableName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileChunkLedgerTest {

    @TempDir
    private Path directory = Path.of("");

    private Path file = Path.of("");

    @BeforeEach
    void nameTheFile() {
        file = directory.resolve("verify/binlog.000001-4.jsonl");
    }

    private void write(ChunkProof... proofs) {
        try (FileChunkLedger ledger = new FileChunkLedger(file)) {
            for (ChunkProof proof : proofs) {
                ledger.append(proof);
            }
        }
    }

    private List<ChunkProof> written() {
        return new FileChunkLedger(file).proofs();
    }

    @Test
    void givesBackWhatWasWritten() {
        assertThat(written()).isEmpty();
        write(proof(1), proof(2));
        write(proof(3));

        assertThat(written()).containsExactly(proof(1), proof(2), proof(3));
    }

    @Test
    void tellsWhatIsWrittenWhileItIsOpen() {
        try (FileChunkLedger ledger = new FileChunkLedger(file)) {
            ledger.append(proof(1));
            assertThat(written()).containsExactly(proof(1));
            ledger.append(proof(2));
            assertThat(ledger.proofs()).containsExactly(proof(1), proof(2));
        }
    }

    @Test
    void dropsATornLastLineAndWritesOnBehindTheLastWholeOne() throws IOException {
        write(proof(1));
        Files.writeString(file, "{\"table\":{\"data", StandardOpenOption.APPEND);
        assertThat(written()).containsExactly(proof(1));

        write(proof(2));

        assertThat(written()).containsExactly(proof(1), proof(2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "{}", "[]", "null", "\u0000\u0000", "{\"table\":null}"})
    void losesTheProofOfALineThatCannotBeReadAndNothingElse(String line) throws IOException {
        write(proof(1));
        Files.writeString(file, line + "\n" + line + "\n", StandardOpenOption.APPEND);
        write(proof(2));
        List<ChunkProof> told = new ArrayList<>();

        Optional<String> damage = new FileChunkLedger(file).tell(told::add);

        assertThat(told).containsExactly(proof(1), proof(2));
        assertThat(damage)
                .contains("The ledger " + file + " has 2 line(s) that cannot be read, the first in line 2:"
                        + " what they proved is proven again.");
    }

    @Test
    void hasOneWriterAtATime() {
        try (FileChunkLedger ledger = new FileChunkLedger(file);
                FileChunkLedger other = new FileChunkLedger(file)) {
            ledger.append(proof(1));

            assertThatThrownBy(() -> other.append(proof(2)))
                    .isInstanceOf(JournalException.class)
                    .hasMessageContaining("the ledger " + file + " is written by another process");

            ledger.close();
            other.append(proof(2));
        }
        assertThat(written()).containsExactly(proof(1), proof(2));
    }

    @Test
    void isReadableByUsAloneBecauseItHoldsKeys() throws IOException {
        write(proof(1));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.resolveSibling(""))))
                .isEqualTo("rwx------");
    }

    private static ChunkProof proof(int end) {
        TableChecksum checksum = new TableChecksum(1, "2", "3");
        Optional<BinlogCoordinates> at = Optional.of(new BinlogCoordinates("binlog.000001", 4));
        return new ChunkProof(
                new TableName("shop", "no \"quotes\""),
                List.of("id"),
                new RowRange(Optional.empty(), Optional.of(new RowKey(List.of(String.valueOf(end))))),
                checksum,
                checksum,
                at,
                at,
                Instant.EPOCH,
                Duration.ofMillis(500),
                "EQUAL");
    }
}
