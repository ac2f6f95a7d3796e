package io.flexmigrate.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.flexmigrate.engine.ChunkLedger;
import io.flexmigrate.engine.JournalException;
import io.flexmigrate.model.ChunkProof;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/** A ledger in a file of JSON lines that are only ever appended, readable by us alone: its ranges hold keys of rows. */
public final class FileChunkLedger implements ChunkLedger {

    private final Path file;
    private final JsonMapper mapper = Json.mapper();

    /** @param file need not be there yet, nor its directory */
    public FileChunkLedger(Path file) {
        this.file = file;
    }

    @Override
    public synchronized List<ChunkProof> proofs() {
        List<ChunkProof> proofs = new ArrayList<>();
        for (String line : wholeLines().lines().toList()) {
            try {
                proofs.add(mapper.readValue(line, ChunkProof.class));
            } catch (JsonProcessingException broken) {
                throw trouble("has a line that cannot be read, number " + (proofs.size() + 1), broken);
            }
        }
        return proofs;
    }

    @Override
    public synchronized void append(ChunkProof proof) {
        try {
            byte[] line = (mapper.writeValueAsString(proof) + "\n").getBytes(StandardCharsets.UTF_8);
            try (FileChannel channel = open()) {
                dropTornLine(channel);
                ByteBuffer rest = ByteBuffer.wrap(line);
                while (rest.hasRemaining()) {
                    channel.write(rest, channel.size());
                }
            }
        } catch (IOException failure) {
            throw trouble("cannot be written", failure);
        }
    }

    /** A hash over all lines: whoever changes one changes it. */
    public synchronized String root() {
        try {
            byte[] lines = wholeLines().getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(lines));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    private FileChannel open() throws IOException {
        Files.createDirectories(
                file.resolveSibling("").toAbsolutePath(),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        return FileChannel.open(
                file,
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }

    /** What a kill left of a line that was being written. */
    private static void dropTornLine(FileChannel channel) throws IOException {
        ByteBuffer last = ByteBuffer.allocate(1);
        long end = channel.size();
        while (end > 0) {
            last.clear();
            channel.read(last, end - 1);
            if (last.get(0) == '\n') {
                break;
            }
            end--;
        }
        channel.truncate(end);
    }

    private String wholeLines() {
        if (!Files.exists(file)) {
            return "";
        }
        try {
            byte[] bytes = Files.readAllBytes(file);
            int end = bytes.length;
            while (end > 0 && bytes[end - 1] != '\n') {
                end--;
            }
            return new String(Arrays.copyOf(bytes, end), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw trouble("cannot be read", failure);
        }
    }

    private JournalException trouble(String what, Exception failure) {
        return new JournalException(
                "the ledger " + file + " " + what + ": " + failure.getMessage()
                        + ". Put it right, or move it away: then every chunk is compared again.",
                failure);
    }
}
