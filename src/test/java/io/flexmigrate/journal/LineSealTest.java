package io.flexmigrate.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.engine.Seal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LineSealTest {

    @Test
    void staysTheSameWhenLinesFollowAndNotWhenOneChanges(@TempDir Path directory) throws IOException {
        LineSeal seals = new LineSeal(new RunDirectory(directory));
        Path file = Files.writeString(directory.resolve("journal.jsonl"), "one\ntwo\ntorn");
        Seal seal = seals.of(file);
        assertThat(seal.lines()).isEqualTo(2);
        assertThat(seal.file()).isEqualTo("journal.jsonl");

        Files.writeString(file, "one\ntwo\nthree\nfour\n");
        assertThat(seals.again(seal)).contains(seal);
        Files.writeString(file, "one\ntwo \nthree\n");
        assertThat(seals.again(seal).map(Seal::digest)).isPresent().isNotEqualTo(Optional.of(seal.digest()));
        Files.writeString(file, "one\n");
        assertThat(seals.again(seal).map(Seal::lines)).contains(1L);
        Files.delete(file);
        assertThat(seals.again(seal)).isEmpty();
    }

    @Test
    void isOverTheBytesOfAllWholeLines(@TempDir Path directory) throws IOException, NoSuchAlgorithmException {
        Path file = Files.writeString(directory.resolve("ledger.jsonl"), "{\"é\":1}\n{}\n{\"to");

        assertThat(new LineSeal(new RunDirectory(directory)).of(file).digest()).isEqualTo(sha256("{\"é\":1}\n{}\n"));
    }

    private static String sha256(String text) throws NoSuchAlgorithmException {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest);
    }
}
