package io.flexmigrate.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flexmigrate.engine.Event;
import io.flexmigrate.engine.JournalException;
import io.flexmigrate.engine.StageName;
import io.flexmigrate.testing.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunLockTest {

    private static final JournalHeader HEADER =
            JournalHeader.of("0.1.0", "run-1", Samples.NOON, Map.of("name", "shop"));
    private static final Event EVENT = new Event.Started(StageName.ASSESS, Samples.NOON);

    private RunDirectory directory = new RunDirectory(Path.of("replaced"));

    @BeforeEach
    void newDirectory(@TempDir Path temporary) {
        directory = new RunDirectory(temporary.resolve("migrate-shop"));
    }

    @Test
    void namesTheProcessThatHoldsTheLock() {
        try (FileJournal journal = FileJournal.create(directory, HEADER)) {
            assertThatThrownBy(() -> FileJournal.open(directory))
                    .isInstanceOf(JournalException.class)
                    .hasMessageContaining("another run of this plan is going on in " + directory)
                    .hasMessageContaining("process " + ProcessHandle.current().pid());
            assertThat(FileJournal.runningProcess(directory))
                    .hasValue(ProcessHandle.current().pid());
            assertThat(journal.events()).isEmpty();
        }
        assertThat(FileJournal.runningProcess(directory)).isEmpty();
    }

    @Test
    void takesANumberUsedAgainForNobody() throws IOException {
        directory.create();
        Files.writeString(directory.lock(), ProcessHandle.current().pid() + "\n2001-01-01T00:00:00Z\n");

        assertThat(FileJournal.runningProcess(directory)).isEmpty();
    }

    @Test
    void isReadWhileAnotherWrites() {
        try (FileJournal journal = FileJournal.create(directory, HEADER)) {
            journal.append(EVENT);

            assertThat(FileJournal.read(directory))
                    .isEqualTo(new JournalContent(HEADER, List.of(EVENT), Optional.empty()));
        }
    }

    /** The kernel gives up all locks of a process on a file when the process closes any descriptor of it. */
    @Test
    void isKeptWhileItsOwnProcessLooksWhoHoldsIt() throws IOException {
        try (FileJournal journal = FileJournal.create(directory, HEADER)) {
            assertThat(locksInTheKernel()).hasSize(1);

            assertThat(FileJournal.runningProcess(directory))
                    .hasValue(ProcessHandle.current().pid());
            assertThatThrownBy(() -> FileJournal.open(directory)).hasMessageContaining("another run of this plan");

            assertThat(journal.events()).isEmpty();
            assertThat(locksInTheKernel()).hasSize(1);
        }
        assertThat(locksInTheKernel()).isEmpty();
        assertThat(FileJournal.runningProcess(directory)).isEmpty();
    }

    private List<String> locksInTheKernel() throws IOException {
        String file = ":" + Files.getAttribute(directory.lock(), "unix:ino") + " ";
        return Files.readAllLines(Path.of("/proc/locks")).stream()
                .filter(line -> line.contains(file))
                .toList();
    }

    @Test
    void letsTheLockGoWhenItCannotOpen() throws IOException {
        try (FileJournal journal = FileJournal.create(directory, HEADER)) {
            journal.append(EVENT);
        }
        byte[] good = Files.readAllBytes(directory.journal());
        Files.writeString(directory.journal(), "nonsense\n", StandardOpenOption.APPEND);
        assertThatThrownBy(() -> FileJournal.open(directory)).isInstanceOf(JournalException.class);
        Files.write(directory.journal(), good);

        try (FileJournal journal = FileJournal.open(directory)) {
            assertThat(journal.events()).containsExactly(EVENT);
        }
    }
}
