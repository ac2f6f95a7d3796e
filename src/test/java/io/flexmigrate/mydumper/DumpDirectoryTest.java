package io.flexmigrate.mydumper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flexmigrate.model.BinlogCoordinates;
import io.flexmigrate.model.TableName;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DumpDirectoryTest {

    private static final String COMPLETE = """
            Started dump at: 2026-11-22 09:39:24
            SHOW MASTER STATUS:
            \tLog: binlog.000004
            \tPos: 655
            \tGTID:

            Finished dump at: 2026-11-22 09:39:25
            """;

    @TempDir
    private Path parent;

    private Path path;
    private DumpDirectory directory;

    @BeforeEach
    void makeDirectory() throws IOException {
        path = Files.createDirectory(parent.resolve("dump"));
        directory = new DumpDirectory(path);
    }

    @Test
    void givesTheCoordinatesOfAFinishedDump() throws IOException {
        write("metadata", COMPLETE);

        assertThat(directory.check().coordinates()).contains(new BinlogCoordinates("binlog.000004", 655));
    }

    @Test
    void refusesADumpThatIsNotFinished() throws IOException {
        assertRefused("no file named metadata");
        write("metadata", COMPLETE.replaceAll("Finished.*\n", ""));
        assertRefused("no 'Finished dump at'");
        write("metadata", COMPLETE);
        write("metadata.partial", "");
        assertRefused("metadata.partial");
    }

    @Test
    void refusesADumpWithoutCoordinates() throws IOException {
        write("metadata", "Started dump at: 2026-11-22 09:39:24\nFinished dump at: 2026-11-22 09:39:25\n");

        assertRefused("REPLICATION CLIENT");
    }

    @Test
    void refusesMetadataThatCannotBeRead() throws IOException {
        Files.write(path.resolve("metadata"), "Gr\u00f6\u00dfe".getBytes(StandardCharsets.ISO_8859_1));
        assertRefused("UTF-8");
        write("metadata", "nonsense\n");
        assertRefused("line 1");
    }

    @Test
    void refusesADirectoryThatIsNotThere() {
        directory.delete();

        assertRefused("no such directory");
        assertThat(directory.bytes()).isZero();
        assertThat(directory.tables()).isEmpty();
    }

    @Test
    void findsTheTablesWithTheirFiles() throws IOException {
        for (String file : List.of(
                "metadata",
                "shop-schema-create.sql",
                "old.town-schema-create.sql",
                "shop.orders-schema.sql",
                "shop.orders.00001.sql",
                "shop.orders.00000.sql",
                "shop.empty-schema.sql",
                "shop.orders2-schema.sql",
                "shop.orders2.sql",
                "old.town.t-schema.sql")) {
            write(file, "x");
        }

        assertThat(directory.tables())
                .containsExactlyInAnyOrder(
                        table("shop", "orders", "shop.orders.00000.sql", "shop.orders.00001.sql"),
                        table("shop", "orders2", "shop.orders2.sql"),
                        table("shop", "empty"),
                        table("old.town", "t"));
        assertThat(directory.bytes()).isEqualTo(10);
    }

    @Test
    void needsNoFileOfADatabaseWhereOneDotSaysIt() throws IOException {
        write("shop.orders-schema.sql", "");

        assertThat(directory.tables()).extracting(DumpedTable::name).containsExactly(new TableName("shop", "orders"));
    }

    @Test
    void refusesFilesOfNoOrOfTwoDatabases() throws IOException {
        write("a.b.c-schema.sql", "");
        assertThatThrownBy(directory::tables)
                .isInstanceOf(MetadataException.class)
                .hasMessageContaining("a.b.c");
        write("a-schema-create.sql", "");
        assertThat(directory.tables()).hasSize(1);
        write("a.b-schema-create.sql", "");
        assertThatThrownBy(directory::tables)
                .isInstanceOf(MetadataException.class)
                .hasMessageContaining("[a, a.b]");
    }

    @Test
    void deletesItselfAndNothingElse() throws IOException {
        Path beside = Files.writeString(parent.resolve("beside"), "x");
        write("metadata", COMPLETE);
        Files.createSymbolicLink(path.resolve("link"), parent);

        directory.delete();
        directory.delete();

        assertThat(path).doesNotExist();
        assertThat(beside).exists();
    }

    private DumpedTable table(String database, String table, String... dataFiles) {
        return new DumpedTable(
                new TableName(database, table),
                path.resolve(database + "." + table + "-schema.sql"),
                List.of(dataFiles).stream().map(path::resolve).toList());
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(path.resolve(file), text);
    }

    private void assertRefused(String reason) {
        assertThatThrownBy(directory::check)
                .isInstanceOf(MetadataException.class)
                .hasMessageContaining(path.toString())
                .hasMessageContaining(reason);
    }
}
