package io.flexmigrate.mydumper;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VersionTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mydumper 0.9.1, built against MySQL 5.7.12 | 0.9.1 | false",
                "mydumper 0.10.0, built against MySQL 10.11.14 | 0.10.1 | true",
                "mydumper 0.10.2, built against MySQL 10.11.14 | 0.10.3 | true",
                "mydumper 0.10.6, built against MySQL 10.11.14 | 0.10.7 | true",
                "mydumper 0.10.8, built against MySQL 10.11.14 | 0.11.1 | true",
                "mydumper 0.12.3-3, built against MySQL 10.11.14 | 0.12.3 | true",
                "mydumper0.13.1-1, built against MySQL 10.11.14 with SSL support | 0.13.1 | true",
                "mydumper v0.15.1-1, built against MySQL 10.11.14 with SSL support | 0.15.1 | true",
                "mydumper v1.0.1-3, built against MySQL 10.11.14 with SSL support | 1.0.1 | true"
            })
    void readsTheRelease(String line, String number, boolean isSupported) {
        ToolVersion version =
                VersionText.parse(Tool.MYDUMPER, List.of(line), List.of()).orElseThrow();

        assertThat(version.number()).isEqualTo(number);
        assertThat(version.isSupported()).isEqualTo(isSupported);
    }

    @Test
    void tellsTheClientLibrariesApart() {
        String line = "mydumper v1.0.1-3, built against MySQL 8.0.40 with SSL support";
        String mode = "  --ssl-mode   Desired security state of the connection to the server: ";

        assertThat(VersionText.parse(Tool.MYDUMPER, List.of(line), List.of(mode + "REQUIRED, VERIFY_IDENTITY")))
                .hasValueSatisfying(version -> assertThat(version.options()).containsExactly("--ssl-mode"));
        assertThat(VersionText.parse(Tool.MYDUMPER, List.of(line), List.of(mode + "REQUIRED, VERIFY_CA")))
                .hasValueSatisfying(version ->
                        assertThat(version.options()).containsExactlyInAnyOrder("--ssl-mode", "--ssl-mode=VERIFY_CA"));
    }

    @Test
    void readsTheOptionsOfTheBuild() {
        List<String> help = List.of(
                "Usage:",
                "  -B, --database              Database to dump",
                "  --ssl                       Connect using SSL");

        ToolVersion version = VersionText.parse(Tool.MYDUMPER, List.of("mydumper 0.10.0, built"), help)
                .orElseThrow();

        assertThat(version.options()).containsExactlyInAnyOrder("--database", "--ssl");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "myloader 0.10.0, built against MySQL 10.11.14",
                "mysqldump  Ver 8.0.36",
                "mydumper 0.10",
                "mydumper"
            })
    void knowsThatAnotherProgramAnswered(String line) {
        assertThat(VersionText.parse(Tool.MYDUMPER, List.of(line), List.of())).isEmpty();
    }
}
