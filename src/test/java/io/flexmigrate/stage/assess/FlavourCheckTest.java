package io.flexmigrate.stage.assess;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.model.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FlavourCheckTest {

    private final SourceSample source = new SourceSample();

    @Test
    void hasNothingAgainstMySql() {
        assertThat(said().findings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.0.40-azure", "8.0.31-google"})
    void blocksManagedSources(String version) {
        source.version = version;

        said().blocks("FM1100", "source flavour", version, "promote it");
    }

    @Test
    void notesPercona() {
        source.version = "8.0.36-28 Percona";

        assertThat(said().findings()).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.INFO);
            assertThat(finding.message()).contains("Percona Server");
        });
    }

    private Said said() {
        return new Said(new FlavourCheck().findings(Inventories.plan(), source.seen()));
    }
}
