package io.flexmigrate.stage.assess;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TargetPluginCheckTest {

    private final SourceSample source = new SourceSample();
    private final TargetSample target = new TargetSample();

    @Test
    void hasNothingAgainstPluginsThatTheTargetHas() {
        source.accounts =
                List.of(AccountSample.of("a@%").plugin("mysql_native_password").build());

        assertThat(said().findings()).isEmpty();
    }

    @Test
    void warnsOfAPluginThatTheTargetLacks() {
        source.accounts = List.of(
                AccountSample.of("a@%").plugin("mysql_native_password").build(),
                AccountSample.of("b@%").plugin("caching_sha2_password").build());
        target.version = "9.0.1";
        target.with(new TargetLoginPlugins(Set.of("caching_sha2_password", "sha256_password")));

        said().warns(
                        "FM1303",
                        "source account a@%",
                        "mysql_native_password, which is not active on the target (9.0.1)",
                        "ALTER USER `a`@`%` IDENTIFIED WITH caching_sha2_password BY '<password>';");
    }

    @Test
    void leavesPluginsThatCannotMoveToOthers() {
        source.accounts = List.of(AccountSample.of("a@%").plugin("auth_socket").build());

        assertThat(said().findings()).isEmpty();
    }

    private Said said() {
        return new Said(
                new TargetPluginCheck().findings(Inventories.plan(), new BothServers(source.seen(), target.seen())));
    }
}
