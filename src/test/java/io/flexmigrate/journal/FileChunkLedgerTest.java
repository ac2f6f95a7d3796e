package io.flexmigrate.journal;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileChunkLedgerTest {

    @TempDir
    private Path directory = Path.of("");

    private Path file = Path.of("");

    @BeforeEach
    void nameTheFile() {
        file = directory.resolve("verify/binlog.000001-4.jsonl");
    }

    @Test
    void givesBackWhatWasWritten() {
        new FileChunkLedger(file).append(proof(1));
        new FileChunkLedger(file).append(proof(2));

        assertThat(new FileChunkLedger(file).proofs()).containsExactly(proof(1), proof(2));
    }

    @Test
    void dropsATornLastLineAndWritesOnBehindTheLastWholeOne() throws IOException {
        new FileChunkLedger(file).append(proof(1));
        Files.writeString(file, "{\"table\":{\"data", StandardOpenOption.APPEND);
        assertThat(new FileChunkLedger(file).proofs()).containsExactly(proof(1));

        new FileChunkLedger(file).append(proof(2));

        assertThat(new FileChunkLedger(file).proofs()).containsExactly(proof(1), proof(2));
    }

    @Test
    void isReadableByUsAloneBecauseItHoldsKeys() throws IOException {
        new FileChunkLedger(file).append(proof(1));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.resolveSibling(""))))
                .isEqualTo("rwx------");
    }

    @Test
    void hasARootThatChangesWithEveryLine() throws IOException {
        FileChunkLedger ledger = new FileChunkLedger(file);
        ledger.append(proof(1));
        String one = ledger.root();
        ledger.append(proof(2));
        assertThat(ledger.root()).isNotEqualTo(one).hasSize(64);

        Files.writeString(file, Files.readString(file).replace("EQUAL", "MOVED"));

        assertThat(ledger.root()).isNotEqualTo(one);
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
