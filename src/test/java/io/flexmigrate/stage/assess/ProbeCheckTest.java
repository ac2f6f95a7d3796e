package io.flexmigrate.stage.assess;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.model.Finding;
import io.flexmigrate.model.Severity;
import io.flexmigrate.stage.probe.Probed;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProbeCheckTest {

    private static List<Finding> findings(Probed probed) {
        return new ProbeCheck().findings(Inventories.plan(), probed);
    }

    @Test
    void isSilentWhenAllWentWell() {
        assertThat(findings(Probed.NONE)).isEmpty();
    }

    @Test
    void callsUnknownWhatWasNotMeasured() {
        assertThat(findings(Probed.nothing("The disk was full.")))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.code()).isEqualTo("FM1502");
                    assertThat(finding.severity()).isEqualTo(Severity.UNKNOWN);
                    assertThat(finding.message()).isEqualTo("The disk was full.");
                });
    }

    @Test
    void saysHowToRemoveWhatIsLeft() {
        Probed probed = new Probed(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of("DROP DATABASE `migrate_probe_shop`;"));

        new Said(findings(probed)).warns("FM1503", "target", "DROP DATABASE `migrate_probe_shop`;");
    }
}
