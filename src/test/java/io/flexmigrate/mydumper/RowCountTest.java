package io.flexmigrate.mydumper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flexmigrate.model.TableName;
import io.flexmigrate.model.TableRows;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RowCountTest {

    private static final String OLD = """
            /*!40101 SET NAMES binary*/;
            /*!40014 SET FOREIGN_KEY_CHECKS=0*/;
            /*!40103 SET TIME_ZONE='+00:00' */;
            INSERT INTO `a` (`id`,`v`) VALUES
            (3,"(q"),
            (1,"),\\n(,("),
            (2,"y\\nz");
            INSERT INTO `a` (`id`,`v`) VALUES
            (4,"INSERT INTO `a` VALUES(");
            """;

    private static final String NEW = """
            /*!40101 SET NAMES binary*/;
            /*!40103 SET TIME_ZONE='+00:00' */;
            INSERT INTO `a` VALUES(1,"x","2026-11-22 22:47:18")
            ,(2,"y\\n,(z",_binary "q")
            ,(3,"VALUES(","VALUES (")
            ;
            INSERT IGNORE INTO `a` (`VALUES(1)`,`VALUES
            (`,`c`) VALUES (4,NULL)
            ,(5,NULL)
            ;
            """;

    @TempDir
    private Path directory;

    @Test
    void countsTheRowsOfBothForms() throws IOException {
        assertThat(scanned(OLD, 100)).isEqualTo(4);
        assertThat(scanned(NEW, 100)).isEqualTo(5);
        assertThat(scanned("", 100)).isZero();
    }

    @Test
    void countsTheSameWhereverABufferEnds() throws IOException {
        for (int size = 1; size < 40; size++) {
            assertThat(scanned(OLD, size)).as("buffer of " + size).isEqualTo(4);
            assertThat(scanned(NEW, size)).as("buffer of " + size).isEqualTo(5);
        }
    }

    @Test
    void addsUpTheFilesOfEachTableInTheOrderOfTheTables() throws IOException, InterruptedException {
        DumpedTable two = table("two", file("s.two.00000.sql", OLD), file("s.two.00001.sql", NEW));
        DumpedTable none = table("none");
        DumpedTable packed = table("packed", gzip("s.packed.00000.sql.gz", NEW));

        assertThat(RowCount.of(List.of(two, none, packed), 2))
                .containsExactly(
                        new TableRows(two.name(), 9, OLD.length() + NEW.length()),
                        new TableRows(none.name(), 0, 0),
                        new TableRows(packed.name(), 5, Files.size(directory.resolve("s.packed.00000.sql.gz"))));
    }

    @Test
    void takesTheWordOfTheMetadataForFilesItCannotRead() throws IOException, InterruptedException {
        DumpedTable table = table("t", file("s.t.00000.sql.zst", "abc"));

        assertThat(RowCount.of(List.of(table), Map.of(table.name(), 7L), 1))
                .containsExactly(new TableRows(table.name(), 7, 3));
        assertThatThrownBy(() -> RowCount.of(List.of(table), 1))
                .isInstanceOf(MetadataException.class)
                .hasMessageContaining("s.t")
                .hasMessageContaining("zstd");
    }

    @Test
    void doesNotTakeTheWordOfTheMetadataForFilesItCanRead() throws IOException, InterruptedException {
        DumpedTable table = table("t", file("s.t.00000.sql", OLD));

        assertThat(RowCount.of(List.of(table), Map.of(table.name(), 7L), 1))
                .first()
                .extracting(TableRows::rows)
                .isEqualTo(4L);
    }

    @Test
    void refusesAFileThatIsCutOffOrMissing() throws IOException {
        Path cut = gzip("s.t.00000.sql.gz", OLD);
        byte[] bytes = Files.readAllBytes(cut);
        Files.write(cut, List.of(new String(bytes, 0, 30, StandardCharsets.ISO_8859_1)), StandardCharsets.ISO_8859_1);

        assertThatThrownBy(() -> RowCount.of(List.of(table("t", cut)), 1))
                .isInstanceOf(MetadataException.class)
                .hasMessageContaining(cut.toString());
        assertThatThrownBy(() -> RowCount.of(List.of(table("t", directory.resolve("s.none.sql"))), 1))
                .isInstanceOf(MetadataException.class)
                .hasMessageContaining("s.none.sql");
    }

    @Test
    void readsTheRowsThatMetadataSays() {
        String metadata = """
                # Started dump at: 2026-11-22 22:57:35
                [source]
                # SOURCE_LOG_POS = 3834688
                rows = 9

                [`t1`.`a`]
                real_table_name=a
                rows = 3
                [`t1`.`mydumper_0`]
                real_table_name=we.ird-schema
                rows = 2
                [`t1`.`old`]
                Rows = 12
                [`t1`]
                rows = 5
                # Finished dump at: 2026-11-22 22:57:35
                """;

        assertThat(MetadataRows.of(metadata))
                .containsOnly(
                        Map.entry(new TableName("t1", "a"), 3L),
                        Map.entry(new TableName("t1", "we.ird-schema"), 2L),
                        Map.entry(new TableName("t1", "old"), 12L));
    }

    private static long scanned(String text, int buffer) throws IOException {
        return RowScan.of(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), new byte[buffer]);
    }

    private DumpedTable table(String name, Path... files) {
        return new DumpedTable(
                new TableName("s", name), directory.resolve("s." + name + "-schema.sql"), List.of(files));
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text);
    }

    private Path gzip(String name, String text) throws IOException {
        Path file = directory.resolve(name);
        try (OutputStream output = new GZIPOutputStream(Files.newOutputStream(file))) {
            output.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }
}
