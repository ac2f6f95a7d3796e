package io.flexmigrate.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flexmigrate.engine.Event;
import io.flexmigrate.engine.JournalException;
import io.flexmigrate.engine.StageName;
import io.flexmigrate.testing.Samples;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileJournalTest {

    private static final JournalHeader HEADER =
            JournalHeader.of("0.1.0", "shop-1", Samples.NOON, Map.of("name", "shop", "dump.threads", "4"));
    private static final Event EVENT = new Event.Started(StageName.ASSESS, Samples.NOON);

    private RunDirectory directory = new RunDirectory(Path.of("replaced"));

    @BeforeEach
    void newDirectory(@TempDir Path temporary) {
        directory = new RunDirectory(temporary.resolve("migrate-shop"));
    }

    @Test
    void keepsHeaderAndEvents() {
        try (FileJournal journal = FileJournal.create(directory, HEADER)) {
            Samples.events().forEach(journal::append);
            assertThat(journal.events()).isEqualTo(Samples.events());
        }

        try (FileJournal journal = FileJournal.open(directory)) {
            assertThat(journal.header()).isEqualTo(HEADER);
            assertThat(journal.droppedLine()).isEmpty();
            assertThat(journal.events()).isEqualTo(Samples.events());
        }
    }

    @Test
    void goesOnAfterTheLastEvent() {
        writeOneEvent();
        try (FileJournal journal = FileJournal.open(directory)) {
            journal.append(EVENT);
        }

        assertThat(FileJournal.read(directory).events()).containsExactly(EVENT, EVENT);
    }

    @Test
    void isForItsOwnerAlone() throws IOException {
        writeOneEvent();

        assertThat(mode(directory.root())).isEqualTo("rwx------");
        assertThat(mode(directory.temporary())).isEqualTo("rwx------");
        assertThat(mode(directory.logs())).isEqualTo("rwx------");
        assertThat(mode(directory.journal())).isEqualTo("rw-------");
    }

    @Test
    void closesItsDirectoriesToOthersAgain() throws IOException {
        Files.createDirectories(directory.temporary());
        Files.setPosixFilePermissions(directory.temporary(), PosixFilePermissions.fromString("rwxrwxrwx"));

        directory.create();

        assertThat(mode(directory.temporary())).isEqualTo("rwx------");
    }

    @Test
    void refusesADirectoryForSecretsThatIsALink(@TempDir Path elsewhere) throws IOException {
        Files.createDirectories(directory.root());
        Files.createSymbolicLink(directory.temporary(), elsewhere);

        assertThatThrownBy(directory::create)
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("the work directory " + directory.root() + " cannot be made");
    }

    @Test
    void refusesToBeginTwice() {
        writeOneEvent();

        assertThatThrownBy(() -> FileJournal.create(directory, HEADER))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("a run has begun in " + directory.root() + " already");
        assertThat(FileJournal.read(directory).events()).containsExactly(EVENT);
    }

    @Test
    void saysThatThereIsNoRun() {
        assertThatThrownBy(() -> FileJournal.open(directory))
                .isInstanceOf(JournalException.class)
                .hasMessage("there is no run in " + directory + ". Begin one with migrate run.");
        assertThatThrownBy(() -> FileJournal.read(directory))
                .isInstanceOf(JournalException.class)
                .hasMessageStartingWith("there is no run in ");
        assertThat(directory.root()).doesNotExist();
    }

    @Test
    void dropsATornLineAndSaysSo() throws IOException {
        writeOneEvent();
        add("{\"event\":\"Sta");

        assertThat(FileJournal.read(directory).droppedLine()).contains("{\"event\":\"Sta");
        try (FileJournal journal = FileJournal.open(directory)) {
            assertThat(journal.droppedLine()).contains("{\"event\":\"Sta");
            journal.append(EVENT);
        }
        assertThat(FileJournal.read(directory))
                .isEqualTo(new JournalContent(HEADER, List.of(EVENT, EVENT), Optional.empty()));
    }

    @Test
    void takesALastLineWithZeroesForTorn() throws IOException {
        writeOneEvent();
        add("\0\0\0\0ED\"}\n");

        try (FileJournal journal = FileJournal.open(directory)) {
            assertThat(journal.events()).containsExactly(EVENT);
            assertThat(journal.droppedLine()).contains("\0\0\0\0ED\"}\n");
        }
    }

    @Test
    void refusesABrokenLineInTheMiddle() throws IOException {
        writeOneEvent();
        add("{\"event\":\"Sta\n");
        add(new String(new JournalLines(directory.journal()).line(EVENT), StandardCharsets.UTF_8));

        assertThatThrownBy(() -> FileJournal.open(directory))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("journal.jsonl is broken in line 3: ");
    }

    @Test
    void seesALineThatWasChangedLostOrMoved() throws IOException {
        Event other = new Event.Confirmed(StageName.LOAD, EVENT.at());
        try (FileJournal journal = FileJournal.create(directory, HEADER)) {
            journal.append(EVENT);
            journal.append(other);
        }
        assertThat(FileJournal.read(directory).events()).containsExactly(EVENT, other);
        List<String> lines = Files.readAllLines(directory.journal());

        refuses(2, lines.get(0), lines.get(1).replace("ASSESS", "DUMP"), lines.get(2));
        refuses(2, lines.get(0), lines.get(2));
        refuses(2, lines.get(0), lines.get(2), lines.get(1));
        refuses(3, lines.get(0), lines.get(1), lines.get(1));
        refuses(1, lines.get(0).replaceAll("crc\":\"....", "crc\":\"0000"), lines.get(1));
        refuses(2, lines.get(0), lines.get(1).replaceAll(",\"crc\".*", "}"));
    }

    private void refuses(int number, String... lines) throws IOException {
        Files.write(directory.journal(), List.of(lines));

        assertThatThrownBy(() -> FileJournal.read(directory))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("journal.jsonl is broken in line " + number + ": its checksum does not fit");
    }

    @Test
    void leavesABrokenJournalAsItIs() throws IOException {
        writeOneEvent();
        add("nonsense\nmore");
        byte[] before = Files.readAllBytes(directory.journal());

        assertThatThrownBy(() -> FileJournal.open(directory)).isInstanceOf(JournalException.class);
        assertThat(Files.readAllBytes(directory.journal())).isEqualTo(before);
    }

    @Test
    void refusesAnotherFormat() throws IOException {
        writeHeaderLine("{\"format\":3,\"program\":\"9.9.9\",\"unknown\":true}\n");

        assertThatThrownBy(() -> FileJournal.open(directory))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("has the format 3, written by migrate 9.9.9; this migrate reads the format 2");
    }

    @Test
    void refusesAJournalWithoutHeader() throws IOException {
        writeHeaderLine(new String(new JournalLines(directory.journal()).line(EVENT), StandardCharsets.UTF_8));

        assertThatThrownBy(() -> FileJournal.open(directory))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("does not begin with a header");
    }

    @Test
    void refusesAPlanWhoseDigestDoesNotFit() throws IOException {
        writeOneEvent();
        String text = Files.readString(directory.journal());
        Files.writeString(directory.journal(), text.replace("\"name\":\"shop\"", "\"name\":\"other\""));

        assertThatThrownBy(() -> FileJournal.open(directory))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("the digest of the plan does not fit its fields");
    }

    @Test
    void isDeafToInterrupts() {
        try (FileJournal journal = FileJournal.create(directory, HEADER)) {
            Thread.currentThread().interrupt();
            journal.append(EVENT);

            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(FileJournal.read(directory).events()).containsExactly(EVENT);
    }

    @Test
    void saysThatTheDiskIsFull() throws IOException {
        directory.create();
        JournalContent content = new JournalContent(HEADER, List.of(), Optional.empty());
        DurableFile full = DurableFile.open(Path.of("/dev/full"), 0);
        try (FileJournal journal =
                new FileJournal(directory, content, new LineChain(), full, RunLock.acquire(directory))) {
            assertThatThrownBy(() -> journal.append(EVENT))
                    .isInstanceOf(JournalException.class)
                    .hasMessageContaining("the disk is full")
                    .hasMessageContaining("Free space on it, then run the same command again");
        }
    }

    @Test
    void refusesAnAppendAfterItWasClosed() {
        FileJournal journal = FileJournal.create(directory, HEADER);
        journal.close();

        assertThatThrownBy(() -> journal.append(EVENT)).isInstanceOf(JournalException.class);
    }

    private void writeOneEvent() {
        try (FileJournal journal = FileJournal.create(directory, HEADER)) {
            journal.append(EVENT);
        }
    }

    private void writeHeaderLine(String line) throws IOException {
        directory.create();
        Files.writeString(directory.journal(), line);
    }

    private void add(String text) throws IOException {
        Files.writeString(directory.journal(), text, StandardOpenOption.APPEND);
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
