package io.flexmigrate.mydumper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flexmigrate.model.BinlogCoordinates;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MetadataFileTest {

    private static final String FINISHED = """
            Started dump at: 2026-11-22 09:39:24
            SHOW MASTER STATUS:
            \tLog: binlog.000004
            \tPos: 655
            \tGTID:

            Finished dump at: 2026-11-22 09:39:25
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path directory;

    @Test
    void readsADirectoryAndAFileOfAnyName() throws IOException {
        Files.writeString(directory.resolve("metadata"), FINISHED);
        Path copy = Files.writeString(directory.resolve("copy of metadata.txt"), FINISHED);

        assertThat(new MetadataFile(directory).read().coordinates())
                .contains(new BinlogCoordinates("binlog.000004", 655));
        assertThat(new MetadataFile(copy).read()).isEqualTo(new MetadataFile(directory).read());
    }

    @Test
    void refusesWhatIsNotThere() {
        refuses(directory.resolve("nowhere"), "there is no");
        refuses(directory, "is not a dump of mydumper");
    }

    @Test
    void refusesADumpThatIsNotFinished() throws IOException {
        Path partial = Files.writeString(directory.resolve("metadata.partial"), FINISHED);

        refuses(partial, "not finished", "metadata.partial");
        refuses(directory, "not finished", "metadata.partial");

        Path file = Files.writeString(directory.resolve("metadata"), FINISHED);
        refuses(directory, "not finished", "metadata.partial");
        refuses(file, "not finished", "metadata.partial");

        Files.delete(partial);
        Files.writeString(file, FINISHED.replaceAll("Finished.*\n", ""));
        refuses(directory, "has no 'Finished dump at'");
    }

    @Test
    void refusesADumpWithoutCoordinates() throws IOException {
        Path file = directory.resolve("metadata");
        Files.writeString(file, "Started dump at: 2026-11-22 09:37:11\nFinished dump at: 2026-11-22 09:37:11\n");
        refuses(file, "no binlog coordinates", "REPLICATION CLIENT");

        Files.writeString(file, FINISHED.replace("MASTER", "SLAVE").replace("\tLog", "\tHost: h1\n\tLog"));
        refuses(file, "no binlog coordinates", "upstream");
    }

    @Test
    void refusesWhatIsNoText() throws IOException {
        Path file = directory.resolve("metadata");
        Files.write(file, new byte[] {(byte) 0x80, 0, 1, 2});
        refuses(file, "not a text in UTF-8");

        Files.write(file, new byte[4096]);
        refuses(file, "metadata");
    }

    @Test
    void refusesWhatIsTooLargeBeforeItReadsIt() throws IOException {
        Path file = directory.resolve("metadata");
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(8L << 30);
        }

        refuses(directory, "larger than any metadata");
    }

    @Test
    void refusesADirectoryNamedMetadata() throws IOException {
        Files.createDirectory(directory.resolve("metadata"));

        refuses(directory, "is not a dump of mydumper");
    }

    @Test
    void saysInWhichFileTheContradictionIs() throws IOException {
        Files.writeString(directory.resolve("metadata"), FINISHED.replace("\tPos: 655", "\tPos: 655\n\tPos: 656"));

        refuses(directory, directory.resolve("metadata").toString(), "contradicts itself");
    }

    private static void refuses(Path path, String... words) {
        assertThatThrownBy(() -> new MetadataFile(path).read())
                .isInstanceOf(MetadataException.class)
                .hasMessageContainingAll(words);
    }
}
