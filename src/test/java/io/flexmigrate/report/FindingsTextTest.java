package io.flexmigrate.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.model.Catalogue;
import io.flexmigrate.model.Finding;
import io.flexmigrate.model.Rule;
import io.flexmigrate.testing.SampleFindings;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FindingsTextTest {

    private static final Rule KEYS = Rule.of(
            "FM3",
            "Tables have a primary key",
            "Each replicated change of a row reads the whole table on the target, and the flexible server may add an"
                    + " invisible key.",
            "https://example.com/keys");
    private static final Rule BINLOG =
            Rule.absolute("FM9", "The source writes a binlog", "It is replicated.", "https://example.com/binlog");

    private final FindingsText text = new FindingsText(Catalogue.of(List.of(KEYS, BINLOG)));

    @Test
    void tellsEachRuleOnceTheGravestFirst() {
        List<Finding> findings = List.of(
                SampleFindings.info("FM1", "target", "is empty"),
                KEYS.warning("shop.b", "has none", ""),
                BINLOG.blocker("source log_bin", "is off", "Write into my.cnf:\nlog-bin=mysql-bin"),
                KEYS.warning("shop.a", "has none, and 5 rows", ""),
                KEYS.warning("shop.c", "has none", "").acceptedBecause("never changes"));

        assertThat(text.write(findings)).isEqualTo("""
                        BLOCKER   FM9  The source writes a binlog
                                  Why: It is replicated.
                                  source log_bin
                                    is off
                                    To do:
                                      Write into my.cnf:
                                      log-bin=mysql-bin
                                  Manual: https://example.com/binlog

                        WARNING   FM3  Tables have a primary key (2)
                                  Why: Each replicated change of a row reads the whole table on the target, and the
                                  flexible server may add an invisible key.
                                  shop.a
                                    has none, and 5 rows
                                  shop.b
                                    has none
                                  Manual: https://example.com/keys

                        INFO      FM1
                                  target
                                    is empty

                        ACCEPTED  FM3  Tables have a primary key
                                  Why: Each replicated change of a row reads the whole table on the target, and the
                                  flexible server may add an invisible key.
                                  shop.c
                                    has none
                                    Accepted: never changes
                                  Manual: https://example.com/keys
                        """);
    }

    @Test
    void countsWhatItDoesNotShow() {
        List<Finding> findings = IntStream.range(0, 1_022)
                .mapToObj(number -> KEYS.warning("shop.t" + (1000 + number), "has none", ""))
                .toList();

        assertThat(text.write(findings))
                .contains("primary key (1,022)", "shop.t1019\n", "... and 1,002 more (see --format json)")
                .doesNotContain("shop.t1020");
    }

    @Test
    void tellsRulesThatCouldNotBeCheckedForOneReasonTogether() {
        List<Finding> lost = Stream.of("FM2", "FM3", "FM4", "FM5")
                .map(code -> Rule.of(code, "Title of " + code, "why", "https://example.com")
                        .unknown("source", "the server is gone"))
                .toList();

        assertThat(text.write(lost))
                .contains("UNKNOWN   4 rules could not be checked\n", "FM2\n", "FM5\n")
                .containsOnlyOnce("the server is gone");
        assertThat(text.write(lost.subList(0, 3))).contains("UNKNOWN   FM2", "UNKNOWN   FM4");
    }

    @Test
    void showsWhatWouldMoveTheCursor() {
        Finding hostile = KEYS.warning("shop.\u001b[2J\nBLOCKER", "is \u202e\u009b31m", "ALTER TABLE `\u001b`;");

        assertThat(text.write(List.of(hostile.acceptedBecause("\u0007 fine"), hostile)))
                .contains("shop.\\u001b[2J\\nBLOCKER", "is \\u202e\\u009b31m", "`\\u001b`", "Accepted: \\u0007 fine")
                .doesNotContain("\u001b", "\u202e", "\u009b", "\u0007");
    }

    @Test
    void neverFoldsWhatAPersonCopies() {
        String statement = "ALTER TABLE " + "x".repeat(150) + " ADD PRIMARY KEY (id);";

        assertThat(text.write(List.of(KEYS.warning("shop.x", "has none", statement))))
                .contains(statement + "\n");
    }

    @Test
    void isEmptyWithoutFindings() {
        assertThat(text.write(List.of())).isEmpty();
    }
}
