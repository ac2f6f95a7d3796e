package io.flexmigrate.stage.assess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;

class ClientEncryptionCheckTest {

    private final SourceSample source = new SourceSample();
    private final TargetSample target = new TargetSample();

    @Test
    void hasNothingAgainstClientsThatEncrypt() {
        target.with("require_secure_transport", "ON");

        assertThat(said().findings()).isEmpty();
    }

    @Test
    void hasNothingAgainstATargetThatTakesPlainClients() {
        target.with("require_secure_transport", "OFF");
        source.with(new UsersWithoutTls(List.of("app")));

        assertThat(said().findings()).isEmpty();
    }

    @Test
    void warnsOfClientsTheTargetWouldRefuse() {
        target.with("require_secure_transport", "ON");
        source.with(new UsersWithoutTls(List.of("app", "batch")));

        said().warns("FM1403", "target require_secure_transport", "app, batch", "--ssl-mode=REQUIRED");
    }

    @Test
    void isUnknownWhereTheConnectionsCannotBeSeen() {
        target.with("require_secure_transport", "ON");
        source.without(UsersWithoutTls.class, "SELECT denied");

        assertThatExceptionOfType(UnreadException.class).isThrownBy(this::said).withMessage("SELECT denied");
    }

    private Said said() {
        return new Said(new ClientEncryptionCheck()
                .findings(Inventories.plan(), new BothServers(source.seen(), target.seen())));
    }
}
