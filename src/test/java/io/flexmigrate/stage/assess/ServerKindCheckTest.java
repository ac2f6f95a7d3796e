package io.flexmigrate.stage.assess;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServerKindCheckTest {

    @ParameterizedTest
    @ValueSource(strings = {"5.7.0", "5.7.22-log", "8.0.15-azure", "9.7.4"})
    void hasNothingAgainstMySqlFrom57On(String version) {
        assertThat(said("source", version).findings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"source, 5.6.51-log, 5.6.51", "target, 5.1.73, 5.1.73"})
    void blocksAnOlderServer(String role, String version, String number) {
        said(role, version).blocks("FM1001", role + " version", number, "Upgrade the " + role);
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.11.6-MariaDB-0+deb12u1", "5.5.5-10.1.48-MariaDB"})
    void blocksMariaDbWhateverNumberItGives(String version) {
        said("source", version).blocks("FM1002", "source flavour", version, "dump and a pause");
    }

    private static Said said(String role, String version) {
        return new Said(new ServerKindCheck(role)
                .findings(Inventories.plan(), Inventories.server(version, Map.of(), Set.of())));
    }
}
