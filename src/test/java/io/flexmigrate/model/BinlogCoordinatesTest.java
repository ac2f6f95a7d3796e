package io.flexmigrate.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BinlogCoordinatesTest {

    @ParameterizedTest
    @CsvSource({
        "binlog.000001, 4, binlog.000001, 5",
        "binlog.000001, 2147483647, binlog.000001, 2147483648",
        "binlog.000001, 4294967296, binlog.000002, 4",
        "binlog.999999, 4294967296, binlog.1000000, 4",
        "mysql-bin.my.000009, 900, mysql-bin.my.000010, 4"
    })
    void areOrderedByFileNumberAndThenPosition(String file, long position, String laterFile, long laterPosition) {
        BinlogCoordinates earlier = new BinlogCoordinates(file, position);
        BinlogCoordinates later = new BinlogCoordinates(laterFile, laterPosition);

        assertThat(earlier).isLessThan(later);
        assertThat(later.isAtOrAfter(earlier)).isTrue();
        assertThat(earlier.isAtOrAfter(later)).isFalse();
        assertThat(earlier.isAtOrAfter(earlier)).isTrue();
    }

    @Test
    void knowTheNumberOfTheirFile() {
        assertThat(new BinlogCoordinates("binlog.1000000", 4).fileNumber()).isEqualTo(1_000_000);
        assertThat(new BinlogCoordinates("b.2147483648", 4).fileNumber()).isEqualTo(2_147_483_648L);
        assertThat(new BinlogCoordinates("db-1.bin.000042", 5_000_000_000L)).hasToString("db-1.bin.000042:5000000000");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "binlog", "binlog.", ".000001", "binlog.00x", "a b.000001", "b.1; DROP", "binlog.000001\n"})
    void refuseWhatIsNoBinlogFile(String file) {
        assertThatThrownBy(() -> new BinlogCoordinates(file, 4))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a binlog file is named like binlog.000042");
    }

    @Test
    void areReadAsTheyAreWritten() {
        BinlogCoordinates coordinates = new BinlogCoordinates("db-1.bin.000042", 5_000_000_000L);

        assertThat(BinlogCoordinates.parse(coordinates.toString())).isEqualTo(coordinates);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "binlog.000001", "binlog.000001:", "binlog.000001:x", "binlog.000001:3", ":4"})
    void refuseToBeReadFromAnythingElse(String text) {
        assertThatThrownBy(() -> BinlogCoordinates.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {3, 0, -1, Long.MIN_VALUE})
    void refuseAPositionBeforeTheFirstEvent(long position) {
        assertThatThrownBy(() -> new BinlogCoordinates("binlog.000001", position))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least 4");
    }
}
