package io.flexmigrate.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flexmigrate.testing.Samples;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    @Test
    void namesTheFieldsThatDiffer() {
        JournalHeader header = JournalHeader.of(
                "0.1.0",
                "r",
                Samples.NOON,
                Map.of("source.host", "a", "source.port", "1", "dump.threads", "4", "gone", "x"));

        PlanChanges changes = header.changesTo(Map.of(
                "source.host", "b", "source.port", "1", "dump.threads", "8", "new", "y", "cutover.budget", "3s"));

        assertThat(changes.refused()).containsExactly("gone", "new", "source.host");
        assertThat(changes.allowed()).containsExactly("cutover.budget", "dump.threads");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "verify.threads",
                "load.myloader",
                "catch_up.max_lag",
                "source.password.env",
                "target.password.command[0]",
                "source.replication.password.file",
                "cutover.groups[0].flip[1].run[0]",
                "cutover.rehearsals"
            })
    void letsAFieldChangeWhoseOldValueDidNothingThatStays(String path) {
        assertThat(PlanChanges.between(Map.of(), Map.of(path, "x")).allowed()).containsExactly(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name",
                "source.user",
                "source.passwords",
                "target.kind",
                "scope.databases[0]",
                "cutover.groups[0].databases[0]",
                "cutover.way_back",
                "verify.mode",
                "load.defer_indexes"
            })
    void refusesAChangeOfEveryOtherField(String path) {
        assertThat(PlanChanges.between(Map.of(path, "x"), Map.of(path, "y")).refused())
                .containsExactly(path);
    }
}
