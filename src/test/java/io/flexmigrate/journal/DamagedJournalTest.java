package io.flexmigrate.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.engine.Event;
import io.flexmigrate.engine.JournalException;
import io.flexmigrate.engine.StageName;
import io.flexmigrate.testing.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DamagedJournalTest {

    private static final List<Event> WRITTEN = List.of(
            new Event.Produced(StageName.DUMP, Samples.NOON, Samples.dumped()),
            new Event.Failed(StageName.LOAD, Samples.NOON, "é 漢 🐬"),
            new Event.Observed(StageName.CATCH_UP, Samples.NOON, "lag", Map.of("lag", "PT1.5S")));

    private RunDirectory directory = new RunDirectory(Path.of("replaced"));
    private byte[] whole = {};
    private int headerEnd;

    @BeforeEach
    void writeJournal(@TempDir Path temporary) throws IOException {
        directory = new RunDirectory(temporary);
        try (FileJournal journal =
                FileJournal.create(directory, JournalHeader.of("0.1.0", "r", Samples.NOON, Map.of("name", "shop")))) {
            headerEnd = (int) Files.size(directory.journal());
            WRITTEN.forEach(journal::append);
        }
        whole = Files.readAllBytes(directory.journal());
    }

    @Test
    void cutAnywhereItOpensWithTheEventsBeforeTheCut() throws IOException {
        for (int length = whole.length; length >= headerEnd; length--) {
            write(Arrays.copyOf(whole, length));

            try (FileJournal journal = FileJournal.open(directory)) {
                assertThat(journal.events()).isEqualTo(WRITTEN.subList(0, linesIn(length) - 1));
                assertThat(journal.droppedLine().isPresent()).isEqualTo(whole[length - 1] != '\n');
            }
            assertThat(Files.size(directory.journal())).isEqualTo(endOfLines(length));
        }
    }

    @Test
    void cutInsideTheHeaderItIsRefusedWithWords() throws IOException {
        for (int length = 0; length < headerEnd; length++) {
            write(Arrays.copyOf(whole, length));

            assertThat(readOrRefusal())
                    .isInstanceOfSatisfying(
                            JournalException.class,
                            refusal -> assertThat(refusal).hasMessageContaining("has no header"));
        }
    }

    @Test
    void withAnyByteChangedItOpensOrIsRefusedWithWords() throws IOException {
        Random random = new Random(42);
        int refused = 0;
        for (int round = 0; round < 2000; round++) {
            byte[] damaged = whole.clone();
            damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            write(damaged);

            Object outcome = readOrRefusal();
            assertThat(outcome).isInstanceOfAny(JournalContent.class, JournalException.class);
            refused += outcome instanceof JournalException ? 1 : 0;
        }
        assertThat(refused).isBetween(400, 1999);
    }

    private Object readOrRefusal() {
        try {
            return FileJournal.read(directory);
        } catch (JournalException refusal) {
            return refusal;
        }
    }

    private void write(byte[] bytes) throws IOException {
        Files.write(directory.journal(), bytes);
    }

    private int linesIn(int length) {
        int lines = 0;
        for (int index = 0; index < length; index++) {
            lines += whole[index] == '\n' ? 1 : 0;
        }
        return lines;
    }

    private int endOfLines(int length) {
        int end = length;
        while (whole[end - 1] != '\n') {
            end--;
        }
        return end;
    }
}
