package io.flexmigrate.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GtidSetTest {

    private static final String UUID = "3e11fa47-71ca-11e1-9e33-c80aa9429562";

    @ParameterizedTest
    @ValueSource(
            strings = {
                UUID + ":1",
                UUID + ":1-5",
                UUID + ":1-5:11:20-9223372036854775806",
                UUID + ":tag:1-5",
                UUID + ":1-3:tag_a:1-5:7:_b2:9",
                UUID + ":1-5," + UUID + ":tag:1"
            })
    void readsSetsWithIntervalsAndTags(String text) {
        assertThat(new GtidSet(text)).hasToString(text);
        assertThat(new GtidSet(text).isEmpty()).isFalse();
    }

    @Test
    void takesNoNoticeOfWhiteSpaceAndCase() {
        assertThat(new GtidSet(" 3E11FA47-71CA-11E1-9E33-C80AA9429562:1-5,\n" + UUID + ":7 "))
                .isEqualTo(new GtidSet(UUID + ":1-5," + UUID + ":7"));
    }

    @Test
    void readsSetsWithVeryManyIntervals() {
        String text = UUID + ":1-2".repeat(100_000);

        assertThat(new GtidSet(text).text()).isEqualTo(text);
    }

    @Test
    void isEmptyWhenGtidsAreOff() {
        assertThat(GtidSet.EMPTY.isEmpty()).isTrue();
        assertThat(new GtidSet("\n")).isEqualTo(GtidSet.EMPTY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                ",",
                UUID,
                UUID + ":",
                UUID + ":1,",
                UUID + ":1-",
                UUID + ":tag",
                UUID + ":9a:1",
                UUID + ":1:tag",
                UUID + ":a:b:1",
                UUID + ":1;2"
            })
    void refusesWhatIsNoGtidSet(String text) {
        assertThatThrownBy(() -> new GtidSet(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a GTID set is a list of uuid:interval");
    }
}
