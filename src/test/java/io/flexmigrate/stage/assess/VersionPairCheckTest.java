package io.flexmigrate.stage.assess;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.model.Finding;
import io.flexmigrate.model.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VersionPairCheckTest {

    private final SourceSample source = new SourceSample();
    private final TargetSample target = new TargetSample();

    @Test
    void hasNothingAgainstOneVersionWhateverThePatch() {
        source.version = "8.0.45";
        target.version = "8.0.15-azure";

        assertThat(said().findings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"8.0.15, 5.7.22, 8.0", "8.4.1, 8.0.45, 8.4", "9.7.4, 8.4.0, 9.7"})
    void blocksAnOlderTarget(String ofSource, String ofTarget, String wanted) {
        source.version = ofSource;
        target.version = ofTarget;

        said().blocks("FM1003", "versions", "older than the source", "version " + wanted + " or newer");
    }

    @Test
    void onlyMentionsANewerTarget() {
        source.version = "5.7.22";

        assertThat(said().findings())
                .singleElement()
                .returns(Severity.INFO, Finding::severity)
                .returns("FM1003", Finding::code);
    }

    private Said said() {
        return new Said(
                new VersionPairCheck().findings(Inventories.plan(), new BothServers(source.seen(), target.seen())));
    }
}
