package io.flexmigrate.mydumper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flexmigrate.model.BinlogCoordinates;
import io.flexmigrate.model.GtidSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MetadataParserTest {

    private static final String BLOCK = """
            Started dump at: 2026-11-22 09:39:24
            SHOW MASTER STATUS:
            \tLog: binlog.000004
            \tPos: 655
            \tGTID:

            Finished dump at: 2026-11-22 09:39:25
            """;

    private static final String SECTION = """
            # Started dump at: 2026-11-22 09:39:24
            [source]
            # SOURCE_LOG_FILE = "binlog.000004"
            # SOURCE_LOG_POS = 655
            SOURCE_LOG_FILE = "binlog.000004"
            SOURCE_LOG_POS = 655

            [`shop`.`orders`]
            rows = 3
            # Finished dump at: 2026-11-22 09:39:25
            """;

    static List<MetadataSample> samples() {
        return MetadataSample.all();
    }

    @Test
    void knowsAllSamples() {
        assertThat(samples()).hasSize(113);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void readsWhatTheServerSaid(MetadataSample sample) {
        DumpMetadata metadata = MetadataParser.parse(sample.text());

        assertThat(metadata.coordinates()).isEqualTo(sample.coordinates());
        assertThat(metadata.finished()).isTrue();
        if (sample.coordinates().isPresent()) {
            assertThat(metadata.gtidSet()).isEqualTo(sample.gtidSet());
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void seesThatTheSourceIsAReplica(MetadataSample sample) {
        // Releases from 0.20 on do not say it unless they are asked for it.
        boolean says = sample.text().contains("SLAVE STATUS") || sample.text().contains("[replication");

        assertThat(MetadataParser.parse(sample.text()).sourceIsReplica()).isEqualTo(says);
    }

    @Test
    void readsPositionsBeyond32Bits() {
        assertThat(MetadataParser.parse(BLOCK.replace("655", "9223372036854775807"))
                        .coordinates())
                .contains(new BinlogCoordinates("binlog.000004", Long.MAX_VALUE));
    }

    @Test
    void readsAnUnfinishedDumpAsUnfinished() {
        String text = BLOCK.replaceAll("Finished.*\n", "");

        assertThat(MetadataParser.parse(text).finished()).isFalse();
    }

    @Test
    void readsWindowsLineEnds() {
        assertThat(MetadataParser.parse(BLOCK.replace("\n", "\r\n")).coordinates())
                .contains(new BinlogCoordinates("binlog.000004", 655));
    }

    @Test
    void takesNoGtidSetFromNull() {
        assertThat(MetadataParser.parse(BLOCK.replace("GTID:", "GTID:(null)")).gtidSet())
                .isEqualTo(GtidSet.EMPTY);
    }

    @Test
    void neverTakesTheUpstreamsCoordinates() {
        String block = BLOCK.replace("MASTER", "SLAVE").replace("\tLog", "\tHost: h1\n\tLog");
        String section = SECTION.replace("[source]", "[replication.chan1]");

        assertThat(MetadataParser.parse(block))
                .isEqualTo(new DumpMetadata(Optional.empty(), GtidSet.EMPTY, true, true));
        assertThat(MetadataParser.parse(section))
                .isEqualTo(new DumpMetadata(Optional.empty(), GtidSet.EMPTY, true, true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "\n\n",
                "nonsense\n",
                "Started dump at: yesterday\n",
                "\0\0\0\n",
                "[source]\n",
                " \n\t\n"
            })
    void refusesWhatIsNotMetadata(String text) {
        assertThatThrownBy(() -> MetadataParser.parse(text)).isInstanceOf(MetadataException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(null)",
                "",
                "-655",
                "6 55",
                "0x28f",
                "99999999999999999999",
                "9999999999999999999",
                "3",
                "655.0"
            })
    void refusesPositionsThatAreNone(String position) {
        assertThatThrownBy(() -> MetadataParser.parse(BLOCK.replace("655", position)))
                .isInstanceOf(MetadataException.class)
                .hasMessageContaining("position");
    }

    @ParameterizedTest
    @ValueSource(strings = {"(null)", "", "binlog", "../binlog.000001", "bin log.000001", "\u0001\u0002.000001"})
    void refusesFilesThatAreNone(String file) {
        assertThatThrownBy(() -> MetadataParser.parse(SECTION.replace("binlog.000004", file)))
                .isInstanceOf(MetadataException.class)
                .hasMessageContaining("binlog");
    }

    @Test
    void refusesContradictions() {
        assertRefused(BLOCK.replace("\tPos: 655", "\tPos: 655\n\tPos: 656"), "contradicts itself");
        assertRefused(SECTION.replace("# SOURCE_LOG_POS = 655", "# SOURCE_LOG_POS = 656"), "binlog.000004:656");
        assertRefused(BLOCK.replace("Finished", "SHOW MASTER STATUS:\n\tLog: a.1\n\tPos: 4\n\nFinished"), "line 7");
        assertRefused(SECTION.replace("[`shop`.`orders`]", "[source]"), "second section");
    }

    @Test
    void refusesHalfOfTheCoordinates() {
        assertRefused(BLOCK.replace("\tPos: 655\n", ""), "position");
        assertRefused(SECTION.replaceAll(".*FILE.*\n", ""), "file");
        assertRefused(SECTION.replaceFirst("\nSOURCE_LOG_POS = 655\n", "\n"), "position");
    }

    @Test
    void refusesABlockThatIsCutOff() {
        assertRefused(BLOCK.substring(0, BLOCK.indexOf("\n\nFinished") + 1), "line 2");
        assertRefused(BLOCK.substring(0, BLOCK.indexOf("5\n\tGTID") + 1), "cut off");
    }

    @Test
    void refusesGtidSetsThatAreCutOffOrNotOfMySql() {
        String member = "3e11fa47-71ca-11e1-9e33-c80aa9429562:1-5";

        assertRefused(BLOCK.replace("GTID:", "GTID:" + member + ","), "cut off");
        assertRefused(BLOCK.replace("GTID:", "GTID:" + member + "\n" + member), "line 6");
        assertRefused(BLOCK.replace("GTID:", "GTID:0-1-5"), "GTID set");
    }

    @Test
    void refusesUnknownLinesWithTheirNumber() {
        assertRefused(BLOCK.replace("\tGTID:", "\tGTID:\nwhat is this"), "line 6 is not known");
        assertRefused(SECTION.replace("# SOURCE_LOG_FILE", "what is this\n# SOURCE_LOG_FILE"), "line 3 is not known");
        assertRefused(SECTION.replaceFirst("4\"\n", "4\n"), "quotes");
    }

    private static void assertRefused(String text, String reason) {
        assertThatThrownBy(() -> MetadataParser.parse(text))
                .isInstanceOf(MetadataException.class)
                .hasMessageContaining(reason);
    }
}
