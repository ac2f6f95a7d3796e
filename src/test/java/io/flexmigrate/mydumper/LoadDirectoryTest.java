package io.flexmigrate.mydumper;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.model.TableName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoadDirectoryTest {

    @Test
    void holdsTheRowsOfOddlyNamedTablesUnderPlainNamesAndIsGoneAfterwards(@TempDir Path directory) throws IOException {
        Path one = Files.writeString(directory.resolve("o.dd-schema.we.ird-schema.00000.sql"), "one");
        Path two = Files.writeString(directory.resolve("o.dd-schema.we.ird-schema.00001.sql"), "two");
        Path packed = Files.writeString(directory.resolve("o.dd-schema.t.sql.gz"), "packed");
        Path path = directory.resolve("batches").resolve("batch-1");

        try (LoadDirectory made = LoadDirectory.make(
                path,
                List.of(table("we.ird-schema", List.of(one, two)), table("t", List.of(packed))),
                Versions.DEBIAN_LOADER)) {
            assertThat(names(path))
                    .containsExactlyInAnyOrder("metadata", "d.t1.00000.sql", "d.t1.00001.sql", "d.t2.00000.sql.gz");
            assertThat(path.resolve("d.t1.00001.sql")).hasContent("two");
            assertThat(made.named("Error restoring d.t1 from file d.t2.00000.sql.gz: bad, see d.t9"))
                    .isEqualTo("Error restoring o.dd-schema.we.ird-schema from file o.dd-schema.t: bad, see d.t9");
        }

        assertThat(path).doesNotExist();
        assertThat(two).hasContent("two");
    }

    @Test
    void namesTheDatabaseToALoaderThatIsBlindWithoutIt(@TempDir Path directory) throws IOException {
        Path rows = Files.writeString(directory.resolve("shop.t.00000.sql"), "rows");
        ToolVersion blind = Versions.release(Tool.MYLOADER, 0, 17, 1);

        try (LoadDirectory made =
                LoadDirectory.make(directory.resolve("batch"), List.of(table("t", List.of(rows))), blind)) {
            assertThat(made.path().resolve("d-schema-create.sql"))
                    .hasContent("CREATE DATABASE IF NOT EXISTS `o.dd-schema`;");
        }
    }

    private static DumpedTable table(String name, List<Path> files) {
        return new DumpedTable(new TableName("o.dd-schema", name), Path.of("/none"), files);
    }

    private static List<String> names(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> String.valueOf(file.getFileName())).toList();
        }
    }
}
