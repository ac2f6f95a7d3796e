package io.flexmigrate.stage.assess;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.mysql.ConnectedClients.Connected;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UnencryptedClientsCheckTest {

    private final SourceSample source = new SourceSample();
    private final TargetSample target = new TargetSample().with("require_secure_transport", "ON");

    @BeforeEach
    void makeAccounts() {
        source.accounts = List.of(
                AccountSample.of("app@%").build(),
                AccountSample.of("batch@10.%").build(),
                AccountSample.of("migrate@%").build());
    }

    @Test
    void hasNothingAgainstEncryptedClients() {
        source.sessions = List.of(new Connected("app", "10.0.0.7", 3, 0));

        assertThat(said().findings()).isEmpty();
    }

    @Test
    void hasNothingToSayWhileNobodyIsConnected() {
        assertThat(said().findings()).isEmpty();
    }

    @Test
    void hasNothingAgainstOurOwnSessions() {
        source.sessions = List.of(new Connected("migrate", "10.0.0.7", 1, 1));

        assertThat(said().findings()).isEmpty();
    }

    @Test
    void hasNothingAgainstAnyWhereTheTargetTakesAll() {
        source.sessions = List.of(new Connected("app", "10.0.0.7", 3, 3));
        target.with("require_secure_transport", "OFF");

        assertThat(said().findings()).isEmpty();
    }

    @Test
    void warnsOfClientsWithoutTls() {
        source.sessions = List.of(
                new Connected("batch", "10.0.0.9", 1, 1),
                new Connected("app", "10.0.0.8", 2, 1),
                new Connected("app", "10.0.0.7", 3, 3),
                new Connected("app", "10.0.0.6", 3, 0));

        said().warns(
                        "FM1315",
                        "clients without TLS",
                        "are connected to the source now: app@% from 10.0.0.7, 10.0.0.8, batch@10.% from 10.0.0.9.",
                        "--name require_secure_transport --value OFF");
    }

    private Said said() {
        return new Said(new UnencryptedClientsCheck()
                .findings(Inventories.plan(), new BothServers(source.seen(), target.seen())));
    }
}
