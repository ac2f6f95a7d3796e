package io.flexmigrate.stage.assess;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.model.Severity;
import io.flexmigrate.stage.probe.LinkVerdict;
import io.flexmigrate.stage.probe.LinkVerdict.Outcome;
import io.flexmigrate.stage.probe.Probed;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinkProbeCheckTest {

    private static final String SUBJECT = "link from target to source";

    private static Said said(Outcome outcome, int error, String message) {
        Probed probed = new Probed(
                Optional.empty(),
                Optional.empty(),
                Optional.of(new LinkVerdict(outcome, error, message)),
                List.of(),
                List.of());
        return new Said(new LinkProbeCheck().findings(Inventories.plan(), probed));
    }

    @Test
    void isSilentAboutALinkThatIsProvenOrWasNotWanted() {
        assertThat(said(Outcome.PROVEN, 1236, "Could not find first log file").findings())
                .isEmpty();
        assertThat(new LinkProbeCheck().findings(Inventories.plan(), Probed.NONE))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "0; FM1510; mysql --host=db1 --port=3306 --user=repl",
                "2003; FM1510; source.replication.host",
                "2005; FM1510; private DNS",
                "1045; FM1511; ALTER USER 'repl'@'%' IDENTIFIED BY '<password>';",
                "1130; FM1511; from which hosts",
                "1227; FM1511; GRANT REPLICATION SLAVE ON *.* TO 'repl'@'%';",
                "2026; FM1512; SHOW VARIABLES LIKE 'ssl_ca';",
                "2061; FM1512; mysql_native_password",
                "1593; FM1513; Look the number up",
            })
    void blocksWithARemedyForTheNumber(int error, String code, String remedy) {
        said(Outcome.REFUSED, error, "the target's words").blocks(code, SUBJECT, "the target's words", remedy);
    }

    @Test
    void ownsUpToALinkThatWasNotTried() {
        assertThat(said(Outcome.NOT_TRIED, 0, "The target is a replica already.")
                        .findings())
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.severity()).isEqualTo(Severity.UNKNOWN);
                    assertThat(finding.message()).isEqualTo("The target is a replica already.");
                });
    }
}
