package io.flexmigrate.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServerVersionTest {

    @ParameterizedTest
    @CsvSource({
        "5.7.22, 5.7.22",
        "5.7.22-log, 5.7.22",
        "8.0.15-azure, 8.0.15",
        "8.0.45-0ubuntu0.22.04.1, 8.0.45",
        "10.11.6-MariaDB-1:10.11.6+maria~deb12, 10.11.6",
        "26.10.0, 26.10.0"
    })
    void readsTheNumberAtTheBeginning(String text, String number) {
        assertThat(ServerVersion.parse(text)).hasToString(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "8", "8.0", "v8.0.15", "8.0.x", "99999.0.0", "8.0.9999999999"})
    void refusesWhatIsNoVersion(String text) {
        assertThatThrownBy(() -> ServerVersion.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a server version begins like 8.0.15, this is '" + text + "'");
    }

    @Test
    void ordersByNumberAndNotByText() {
        assertThat(Stream.of("10.0.1", "8.0.15", "8.0.9", "5.7.44", "8.4.0")
                        .map(ServerVersion::parse)
                        .sorted())
                .extracting(ServerVersion::toString)
                .containsExactly("5.7.44", "8.0.9", "8.0.15", "8.4.0", "10.0.1");
    }

    @ParameterizedTest
    @CsvSource({"8.0.22, true", "8.0.21, false", "8.4.0, true", "5.7.44, false", "9.0.0, true"})
    void knowsWhetherItIsAtLeastAnother(String version, boolean atLeast) {
        assertThat(ServerVersion.parse(version).isAtLeast(8, 0, 22)).isEqualTo(atLeast);
    }
}
