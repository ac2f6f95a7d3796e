package io.flexmigrate.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountsTest {

    @ParameterizedTest
    @CsvSource({
        "PT0S, 0.0 ms",
        "PT0.0004S, 0.4 ms",
        "PT0.043S, 43 ms",
        "PT0.9999S, 999 ms",
        "PT1.26S, 1.2 s",
        "PT59.99S, 59.9 s",
        "PT1M, 1 min 0 s",
        "PT59M59.9S, 59 min 59 s",
        "PT26H5M, 26 h 5 min",
        "PT-2S, -2.0 s"
    })
    void saysDurations(Duration duration, String text) {
        assertThat(Amounts.duration(duration)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0 bytes",
        "999, 999 bytes",
        "1000, 1.0 KB",
        "999949, 999.9 KB",
        "999999, 1.0 MB",
        "5000000000, 5.0 GB",
        "9223372036854775807, 9.2 EB"
    })
    void saysSizes(long bytes, String text) {
        assertThat(Amounts.bytes(bytes)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"0; 0 rows", "1; 1 row", "1200; 1,200 rows"})
    void saysCounts(long number, String text) {
        assertThat(Amounts.count(number, "row")).isEqualTo(text);
    }
}
