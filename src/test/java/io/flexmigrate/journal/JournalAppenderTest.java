package io.flexmigrate.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flexmigrate.engine.Event;
import io.flexmigrate.engine.JournalException;
import io.flexmigrate.engine.StageName;
import io.flexmigrate.testing.Samples;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalAppenderTest {

    private static final JournalHeader HEADER =
            JournalHeader.of("0.1.0", "shop-1", Samples.NOON, Map.of("name", "shop"));
    private static final Event EVENT = new Event.Started(StageName.ASSESS, Samples.NOON);
    private static final Event LATER = new Event.Started(StageName.DUMP, Samples.NOON);

    private RunDirectory directory = new RunDirectory(Path.of("replaced"));

    @BeforeEach
    void begin(@TempDir Path temporary) {
        directory = new RunDirectory(temporary.resolve("run"));
    }

    @Test
    void whatIsNotedIsReadAtOnceAndInItsOrder() {
        try (FileJournal journal = FileJournal.create(directory, HEADER)) {
            journal.note(EVENT);
            assertThat(FileJournal.read(directory).events()).containsExactly(EVENT);
            journal.append(LATER);
            journal.note(EVENT);
        }
        assertThat(FileJournal.read(directory).events()).containsExactly(EVENT, LATER, EVENT);
    }

    @Test
    void waitsForTheDiskWithAnAppendAndNotWithANote() throws IOException {
        directory.create();
        Counting file = new Counting();
        JournalContent content = new JournalContent(HEADER, List.of(), Optional.empty());
        try (FileJournal journal =
                new FileJournal(directory, content, new LineChain(), file, RunLock.acquire(directory))) {
            journal.note(EVENT);
            journal.note(EVENT);
            assertThat(file.forGood).isZero();
            journal.append(EVENT);
            assertThat(file.forGood).isEqualTo(1);
            assertThat(file.all).isEqualTo(3);
        }
    }

    private static final class Counting implements Appender {

        private int all;
        private int forGood;

        @Override
        public void append(byte[] bytes) {
            all++;
            forGood++;
        }

        @Override
        public void add(byte[] bytes) {
            all++;
        }

        @Override
        public void close() {}
    }

    @Test
    void refusesEveryAppendAfterOneFailed() throws IOException {
        directory.create();
        FailingOnce file = new FailingOnce();
        JournalContent content = new JournalContent(HEADER, List.of(), Optional.empty());
        try (FileJournal journal =
                new FileJournal(directory, content, new LineChain(), file, RunLock.acquire(directory))) {
            assertThatThrownBy(() -> journal.append(EVENT))
                    .isInstanceOf(JournalException.class)
                    .hasMessageContaining("Input/output error");
            assertThatThrownBy(() -> journal.append(EVENT))
                    .isInstanceOf(JournalException.class)
                    .hasMessageContaining("nothing more is written")
                    .hasMessageContaining("Input/output error");
            assertThat(journal.events()).isEmpty();
            assertThat(file.appends).isEqualTo(1);
        }
    }

    /** A disk that fails once and would work again. */
    private static final class FailingOnce implements Appender {

        private int appends;

        @Override
        public void append(byte[] bytes) throws IOException {
            appends++;
            if (appends == 1) {
                throw new IOException("Input/output error");
            }
        }

        @Override
        public void add(byte[] bytes) throws IOException {
            append(bytes);
        }

        @Override
        public void close() {}
    }
}
