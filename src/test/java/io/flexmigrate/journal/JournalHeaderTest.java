package io.flexmigrate.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flexmigrate.testing.Samples;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JournalHeaderTest {

    @Test
    void hasOneDigestForOnePlan() {
        // printf 'a\0001\000b\0002\000' | sha256sum
        assertThat(JournalHeader.digestOf(Map.of("b", "2", "a", "1")))
                .isEqualTo("37664b19301f46515688d5a22cb9ee1852e0b6443e28c7f36340a13962f0c4f7");
    }

    @Test
    void hasAnotherDigestWhenPathAndValueMeetElsewhere() {
        assertThat(JournalHeader.digestOf(Map.of("ab", "c"))).isNotEqualTo(JournalHeader.digestOf(Map.of("a", "bc")));
    }

    @Test
    void refusesADigestThatDoesNotFit() {
        assertThatThrownBy(() -> new JournalHeader(1, "0.1.0", "r", Samples.NOON, "0", Map.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
