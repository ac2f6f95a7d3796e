package io.flexmigrate.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flexmigrate.engine.Event;
import io.flexmigrate.engine.JournalException;
import io.flexmigrate.testing.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalFollowerTest {

    private static final JournalHeader HEADER = JournalHeader.of("0.1.0", "shop-1", Samples.NOON, Map.of());

    private RunDirectory directory = new RunDirectory(Path.of("replaced"));
    private JournalFollower follower = new JournalFollower(directory);

    @BeforeEach
    void newDirectory(@TempDir Path temporary) {
        directory = new RunDirectory(temporary.resolve("migrate-shop"));
        follower = new JournalFollower(directory);
    }

    @Test
    void readsAtAnyMomentWhatIsThere() {
        try (FileJournal journal = FileJournal.create(directory, HEADER)) {
            assertThat(follower.read().header()).isEqualTo(HEADER);
            for (Event event : Samples.events()) {
                journal.append(event);
                assertThat(follower.read()).isEqualTo(FileJournal.read(directory));
            }
        }
    }

    @Test
    void takesALineOnlyWhenItIsWhole() throws IOException {
        try (FileJournal journal = FileJournal.create(directory, HEADER)) {
            Samples.events().forEach(journal::append);
        }
        byte[] all = Files.readAllBytes(directory.journal());
        int half = all.length - 9;
        Files.write(directory.journal(), Arrays.copyOf(all, half));
        assertThat(follower.read().events()).hasSize(Samples.events().size() - 1);
        Files.write(directory.journal(), Arrays.copyOfRange(all, half, all.length), StandardOpenOption.APPEND);
        assertThat(follower.read().events()).isEqualTo(Samples.events());
    }

    @Test
    void beginsAnewWithAJournalThatReplacesTheOther() throws IOException {
        for (String run : new String[] {"first", "second"}) {
            try (FileJournal journal =
                    FileJournal.create(directory, JournalHeader.of("0.1.0", run, Samples.NOON, Map.of()))) {
                Samples.events().forEach(journal::append);
            }
            assertThat(follower.read().header().run()).isEqualTo(run);
            Files.move(directory.journal(), directory.journal().resolveSibling(run));
        }
        assertThatThrownBy(follower::read)
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("there is no run in");
    }

    @Test
    void seesALineThatWasChanged() throws IOException {
        try (FileJournal journal = FileJournal.create(directory, HEADER)) {
            journal.append(Samples.events().get(0));
            follower.read();
            journal.append(Samples.events().get(10));
        }
        String text = Files.readString(directory.journal());
        Files.writeString(directory.journal(), text.replace("Started", "Starter"));
        assertThatThrownBy(follower::read).hasMessageContaining("its checksum does not fit");
    }
}
