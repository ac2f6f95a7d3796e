package io.flexmigrate.mydumper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flexmigrate.model.ServerVersion;
import io.flexmigrate.plan.Compression;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecipeTest {

    private static final ServerVersion SERVER = new ServerVersion(8, 0, 15);
    private static final String PATIENCE = "--ftwrl-max-wait-time=5 --ftwrl-timeout-retries=1";
    private static final String SNAPSHOT = "--trx-tables --source-data=0 --server-version=mysql-8.0.15";

    @ParameterizedTest
    @CsvSource({
        "0.10.1,--trx-consistency-only",
        "0.12.7,--trx-consistency-only",
        "0.13.1,''",
        "0.14.5,''",
        "0.16.3,''",
        "0.16.5,--rows=-1",
        "0.18.1,--rows=-1",
        "0.19.3,--rows=-1 " + PATIENCE,
        "0.20.1,--rows=-1 " + PATIENCE + " " + SNAPSHOT,
        "0.21.2,--rows=-1 " + PATIENCE + " " + SNAPSHOT,
        "0.21.3,--rows=-1 " + PATIENCE + " " + SNAPSHOT,
        "1.0.1,--rows=-1 " + PATIENCE + " " + SNAPSHOT
    })
    void tellsADumperWhatItsReleaseNeeds(String number, String arguments) {
        assertThat(String.join(" ", Recipe.dumpArguments(release(Tool.MYDUMPER, number), SERVER)))
                .isEqualTo(arguments);
    }

    @ParameterizedTest
    @CsvSource({
        "0.10.1,-e",
        "0.15.1,-e",
        "0.15.3,-e --checksum=skip",
        "0.17.1,-e --checksum=skip",
        "0.18.1,--ignore-set=SQL_LOG_BIN --checksum=skip",
        "0.19.1,--ignore-set=SQL_LOG_BIN --checksum=skip --optimize-keys=SKIP",
        "1.0.1,--ignore-set=SQL_LOG_BIN --checksum=skip --optimize-keys=SKIP"
    })
    void tellsALoaderWhatItsReleaseNeeds(String number, String arguments) {
        assertThat(String.join(" ", Recipe.loadArguments(release(Tool.MYLOADER, number))))
                .isEqualTo(arguments);
    }

    @ParameterizedTest
    @CsvSource({"8.4.3,8.4.3", "9.0.1,9.2.0", "9.1.0,9.2.0", "9.2.0,9.2.0", "9.7.4,9.7.4"})
    void namesAServerOfWhichTheToolReadsCoordinates(String server, String spoken) {
        assertThat(Recipe.dumpArguments(release(Tool.MYDUMPER, "1.0.1"), ServerVersion.parse(server)))
                .contains("--server-version=mysql-" + spoken);
    }

    @Test
    void takesANewerReleaseThatHasTheOptions() {
        Set<String> all = Set.of(
                "--defaults-file",
                "--regex",
                "--no-views",
                "--omit-from-file",
                "--chunk-filesize",
                "--threads",
                "--rows",
                "--ftwrl-max-wait-time",
                "--ftwrl-timeout-retries",
                "--trx-tables",
                "--source-data",
                "--server-version");
        ToolVersion newer = new ToolVersion(Tool.MYDUMPER, 1, 1, 0, all);
        ToolVersion poorer = new ToolVersion(Tool.MYDUMPER, 1, 0, 2, Set.of("--regex"));

        assertThat(newer.isNewerThanTried()).isTrue();
        assertThat(newer.isSupported()).isTrue();
        assertThat(poorer.isSupported()).isFalse();
        assertThat(poorer.missingOptions()).hasSize(11).contains("--trx-tables").doesNotContain("--regex");
        assertThat(release(Tool.MYDUMPER, "1.0.1").isNewerThanTried()).isFalse();
    }

    @Test
    void refusesReleasesBeforeTheFirst() {
        ToolVersion older = release(Tool.MYDUMPER, "0.9.5");

        assertThat(older.isSupported()).isFalse();
        assertThatThrownBy(() -> Recipe.dumpArguments(older, SERVER)).hasMessageContaining("mydumper 0.9.5");
    }

    @ParameterizedTest
    @CsvSource({
        "0.10.1,GZIP,-c",
        "0.14.5,GZIP,-c",
        "0.15.1,GZIP,--compress=GZIP",
        "1.0.1,GZIP,--compress=GZIP",
        "0.15.1,ZSTD,--compress=ZSTD",
        "1.0.1,ZSTD,--compress=ZSTD"
    })
    void spellsTheCompression(String number, Compression compression, String argument) {
        ToolVersion version = release(Tool.MYDUMPER, number);

        assertThat(DumpCompression.problem(version, compression)).isEmpty();
        assertThat(DumpCompression.arguments(version, compression)).containsExactly(argument);
        assertThat(DumpCompression.arguments(version, Compression.NONE)).isEmpty();
    }

    @Test
    void refusesZstdBefore0151() {
        ToolVersion old = release(Tool.MYDUMPER, "0.14.5");

        assertThat(DumpCompression.problem(old, Compression.ZSTD))
                .hasValueSatisfying(words -> assertThat(words).contains("mydumper 0.14.5", "dump.compress"));
        assertThatThrownBy(() -> DumpCompression.arguments(old, Compression.ZSTD))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static ToolVersion release(Tool tool, String number) {
        int[] parts = Arrays.stream(number.split("\\.", -1))
                .mapToInt(Integer::parseInt)
                .toArray();
        return Versions.release(tool, parts[0], parts[1], parts[2]);
    }
}
