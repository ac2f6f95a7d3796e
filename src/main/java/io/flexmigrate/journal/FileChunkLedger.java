package io.flexmigrate.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.flexmigrate.engine.ChunkLedger;
import io.flexmigrate.engine.JournalException;
import io.flexmigrate.model.ChunkProof;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A ledger in a file of JSON lines that are only ever appended, readable by us alone: its ranges hold keys of rows.
 *
 * <p>A line that cannot be read costs the proof it holds and nothing else. Lines are brought to the disk once a second
 * while others are written, and when the ledger is closed: what a crash of the machine takes is compared again.
 */
public final class FileChunkLedger implements ChunkLedger {

    private static final int PIECE = 1 << 16;

    private final Path file;
    private final JsonMapper mapper = Json.mapper();
    private @Nullable LedgerAppender appender;

    /** @param file need not be there yet, nor its directory */
    public FileChunkLedger(Path file) {
        this.file = file;
    }

    @Override
    public synchronized Optional<String> tell(Consumer<ChunkProof> listener) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        long number = 0;
        long broken = 0;
        long first = 0;
        try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file), PIECE)) {
            for (byte[] line = WholeLine.next(bytes); line.length > 0; line = WholeLine.next(bytes)) {
                number++;
                Optional<ChunkProof> proof = proof(line);
                proof.ifPresent(listener);
                broken += proof.isPresent() ? 0 : 1;
                first = proof.isEmpty() && first == 0 ? number : first;
            }
        } catch (IOException failure) {
            throw trouble("cannot be read", failure);
        }
        return broken == 0
                ? Optional.empty()
                : Optional.of(
                        "The ledger " + file + " has " + broken + " line(s) that cannot be read, the first in line "
                                + first + ": what they proved is proven again.");
    }

    private Optional<ChunkProof> proof(byte[] line) {
        try {
            return Optional.ofNullable(mapper.readValue(line, ChunkProof.class));
        } catch (IOException | IllegalArgumentException broken) {
            return Optional.empty();
        }
    }

    @Override
    public synchronized void append(ChunkProof proof) {
        try {
            appender().append((mapper.writeValueAsString(proof) + "\n").getBytes(StandardCharsets.UTF_8), proof.at());
        } catch (JsonProcessingException failure) {
            throw new IllegalStateException("a proof is written from its components alone", failure);
        } catch (IOException failure) {
            throw trouble("cannot be written", failure);
        }
    }

    private LedgerAppender appender() throws IOException {
        LedgerAppender open = appender == null ? LedgerAppender.open(file) : appender;
        appender = open;
        return open;
    }

    @Override
    public synchronized void close() {
        try {
            if (appender != null) {
                appender.close();
            }
        } catch (IOException failure) {
            throw trouble("cannot be written", failure);
        } finally {
            appender = null;
        }
    }

    private JournalException trouble(String what, Exception failure) {
        return new JournalException(
                "the ledger " + file + " " + what + ": " + failure.getMessage()
                        + ". Put it right, or move it away: then every chunk is compared again.",
                failure);
    }
}
