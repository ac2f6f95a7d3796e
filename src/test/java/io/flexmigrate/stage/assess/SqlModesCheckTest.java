package io.flexmigrate.stage.assess;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.model.Finding;
import io.flexmigrate.model.SchemaObject.Kind;
import io.flexmigrate.model.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;

class SqlModesCheckTest {

    private final SourceSample source = new SourceSample();
    private final TargetSample target = new TargetSample();

    @Test
    void hasNothingAgainstAGoodSource() {
        assertThat(said().findings()).isEmpty();
    }

    @Test
    void warnsOfAModeThatMeantSomething() {
        procedure("ANSI_QUOTES,ORACLE");

        said().warns("FM1210", "SQL mode ORACLE", "procedure shop.p");
    }

    @Test
    void onlyMentionsTheModeThatChangesNothing() {
        procedure("NO_AUTO_CREATE_USER");

        assertThat(said().findings()).extracting(Finding::severity).containsExactly(Severity.INFO);
    }

    @Test
    void hasNothingAgainstModesThatTheTargetKnows() {
        procedure("NO_AUTO_CREATE_USER,ORACLE");
        target.version = "5.7.44";

        assertThat(said().findings()).isEmpty();
    }

    private void procedure(String mode) {
        source.with(new StoredCode(List.of(DataSamples.stored(Kind.PROCEDURE, "p", mode, "SELECT 1"))));
    }

    private Said said() {
        return DataSamples.said(new SqlModesCheck(), source, target);
    }
}
