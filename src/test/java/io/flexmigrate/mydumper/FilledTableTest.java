package io.flexmigrate.mydumper;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flexmigrate.model.Literal;
import io.flexmigrate.model.TableName;
import io.flexmigrate.plan.Compression;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FilledTableTest {

    private static final TableName TABLE = new TableName("shop", "orders");

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path directory;

    @Test
    void writesEachRowAtTheBeginningOfALine() throws IOException {
        try (FilledTable table = begin(TABLE, 1, Compression.NONE)) {
            table.beginRow(0);
            table.value(Literal.NUMBER, "1".getBytes(UTF_8));
            table.value(Literal.TEXT, "a\n(b);\n".getBytes(UTF_8));
            table.nothing();
            table.endRow();
            table.beginRow(3);
            table.value(Literal.NUMBER, "-2".getBytes(UTF_8));
            table.value(Literal.TEXT, new byte[0]);
            table.longValue(Literal.JSON, new ByteArrayInputStream("{\"é\": 1}".getBytes(UTF_8)));
            table.endRow();
            assertThat(table.rows()).isEqualTo(2);
        }

        assertThat(Files.readString(directory.resolve("t000001.00000.sql"))).endsWith("""
                INSERT INTO `orders` (`id`,`a``b`,`j`) VALUES
                (1,"a\\n(b);\\n",NULL),
                (-2,"",CONVERT("{\\"é\\": 1}" USING UTF8MB4));
                """);
    }

    @Test
    void givesBackAllBytesThatItEscaped() throws IOException {
        Random random = new Random(20260101);
        List<byte[]> values = new ArrayList<>();
        try (FilledTable table = begin(TABLE, 1, Compression.GZIP)) {
            for (int row = 0; row < 200; row++) {
                byte[] value = new byte[random.nextInt(row < 190 ? 300 : 300_000)];
                random.nextBytes(value);
                values.add(value);
                table.beginRow(row % 2 == 0 ? 0 : value.length);
                if (row % 2 == 0) {
                    table.value(Literal.TEXT, value);
                } else {
                    table.longValue(Literal.TEXT, new ByteArrayInputStream(value));
                }
                table.endRow();
            }
        }
        String text = new String(
                new GZIPInputStream(Files.newInputStream(directory.resolve("t000001.00000.sql.gz"))).readAllBytes(),
                ISO_8859_1);
        List<byte[]> read = text.lines()
                .filter(line -> line.startsWith("("))
                .map(FilledTableTest::value)
                .toList();
        assertThat(read.toArray(byte[][]::new)).isDeepEqualTo(values.toArray(byte[][]::new));
        assertThat(text.lines().filter(line -> line.endsWith(";")).count()).isGreaterThan(5);
    }

    /** As a server reads it: refman/8.0/en/string-literals.html. */
    private static byte[] value(String line) {
        assertThat(line).startsWith("(\"").matches("(?s).*\"\\)[,;]");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int at = 2; at < line.length() - 3; at++) {
            char unit = line.charAt(at);
            assertThat(unit).isNotIn('"', '\'', '\0', '\u001a');
            bytes.write(unit == '\\' ? unescaped(line.charAt(++at)) : unit);
        }
        return bytes.toByteArray();
    }

    private static char unescaped(char letter) {
        return switch (letter) {
            case '0' -> '\0';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 'Z' -> '\u001a';
            case '\\', '\'', '"' -> letter;
            default -> throw new AssertionError("escaped without need: " + letter);
        };
    }

    @Test
    void goesOnInFurtherFilesAndStatements() {
        FilledFiles files = FilledFiles.of(directory, 7);
        files.begin(TABLE, "CREATE TABLE `orders` (`id` int)");
        try (FilledTable table = new FilledTable(files, TABLE, List.of("id"), Compression.NONE, 1_500_000)) {
            for (int row = 0; row < 40; row++) {
                table.beginRow(100_000);
                table.longValue(Literal.TEXT, new ByteArrayInputStream(new byte[100_000]));
                table.endRow();
            }
        }
        DumpedTable dumped = new FilledDirectory(directory).tables().get(0);

        assertThat(dumped.dataFiles()).hasSizeBetween(3, 6).allSatisfy(file -> {
            assertThat(Files.readString(file))
                    .startsWith("/*!40101 SET NAMES binary*/;\n")
                    .endsWith(");\n");
            assertThat(Files.size(file)).isLessThan(4_000_000);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "orders",
                "a b",
                "a.b",
                "../../x",
                "a/b",
                "a\nb c",
                "100%+&=",
                "it's \"x\"",
                "`",
                "t000001",
                "a-schema",
                "größe",
                "漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢"
            })
    void remembersEveryName(String name) {
        TableName odd = new TableName(name, name + "x");
        begin(odd, 1, Compression.NONE).close();
        begin(TABLE, 2, Compression.NONE).close();

        assertThat(new FilledDirectory(directory).tables())
                .containsExactly(
                        new DumpedTable(odd, directory.resolve("t000001-schema.sql"), List.of()),
                        new DumpedTable(TABLE, directory.resolve("t000002-schema.sql"), List.of()));
    }

    @Test
    void refusesFilesWhoseNameIsCutOff() throws IOException {
        begin(TABLE, 1, Compression.NONE).close();
        Files.writeString(directory.resolve("t000001.name"), "shop");

        assertThatThrownBy(() -> new FilledDirectory(directory).tables())
                .isInstanceOf(MetadataException.class)
                .hasMessageContaining("t000001-schema.sql");
    }

    @Test
    void neverWritesOverWhatIsThere() {
        begin(TABLE, 1, Compression.NONE).close();

        assertThatThrownBy(() -> begin(TABLE, 1, Compression.NONE)).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void hasNoTablesWhereThereIsNoDirectory() {
        assertThat(new FilledDirectory(directory.resolve("none")).tables()).isEmpty();
    }

    @Test
    void listsOmissionsThatFitOnALine() throws IOException {
        Path file = directory.resolve("omissions");
        OmissionsFile.write(
                file,
                List.of(
                        TABLE,
                        new TableName("a", "b.c d"),
                        new TableName("a", "two\nlines"),
                        new TableName("a", "tab\t"),
                        new TableName("größe", "漢")));

        assertThat(Files.readAllLines(file)).containsExactly("shop.orders", "a.b.c d", "größe.漢");
    }

    private FilledTable begin(TableName table, int number, Compression compression) {
        return new FilledDirectory(directory)
                .begin(number, table, "CREATE TABLE `x` (`id` int)", List.of("id", "a`b", "j"), compression);
    }
}
