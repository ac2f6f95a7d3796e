package io.flexmigrate.stage.assess;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqlModeCheckTest {

    private final SourceSample source = new SourceSample();
    private final TargetSample target = new TargetSample();

    @ParameterizedTest
    @CsvSource(
            delimiter = 59,
            value = {
                "STRICT_TRANS_TABLES,NO_ZERO_DATE; NO_ZERO_DATE,STRICT_TRANS_TABLES",
                "NO_ZERO_DATE,NO_AUTO_CREATE_USER,NO_ENGINE_SUBSTITUTION; NO_ZERO_DATE",
                "TRADITIONAL,NO_ZERO_DATE; NO_ZERO_DATE"
            })
    void hasNothingAgainstModesOfTheSameMeaning(String ofSource, String ofTarget) {
        source.with("sql_mode", ofSource);
        target.with("sql_mode", ofTarget);

        assertThat(said().findings()).isEmpty();
    }

    @Test
    void warnsOfTheDifferenceBothWays() {
        source.with("sql_mode", "PIPES_AS_CONCAT,NO_AUTO_CREATE_USER,NO_ENGINE_SUBSTITUTION");
        target.with("sql_mode", "STRICT_TRANS_TABLES,NO_ZERO_DATE");

        said().warns(
                        "FM1406",
                        "target sql_mode",
                        "Only the target has STRICT_TRANS_TABLES, NO_ZERO_DATE; only the source has PIPES_AS_CONCAT.",
                        "--name sql_mode --value PIPES_AS_CONCAT,NO_ENGINE_SUBSTITUTION");
    }

    @Test
    void warnsOfASourceWithoutModes() {
        source.with("sql_mode", "");
        target.with("sql_mode", "ONLY_FULL_GROUP_BY");

        said().warns(
                        "FM1406",
                        "target sql_mode",
                        "Only the target has ONLY_FULL_GROUP_BY; only the source has nothing more.",
                        "--value ''");
    }

    private Said said() {
        return new Said(new SqlModeCheck().findings(Inventories.plan(), new BothServers(source.seen(), target.seen())));
    }
}
