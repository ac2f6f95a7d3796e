package io.flexmigrate.stage.assess;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.plan.Plan;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnonymousAccountCheckTest {

    private final SourceSample source = new SourceSample();

    @Test
    void hasNothingAgainstAccountsWithAName() {
        source.accounts = List.of(AccountSample.of("app@%").build());

        assertThat(said().findings()).isEmpty();
    }

    @Test
    void warnsOfAnAccountForEverybody() {
        source.accounts =
                List.of(AccountSample.of("@localhost").on("test\\_%", "INSERT").build());

        said().warns(
                        "FM1309",
                        "source account ''@localhost",
                        "Everybody may log in without a name, with grants on test\\_%.",
                        "DROP USER ``@`localhost`;");
    }

    @Test
    void warnsOfGrantsForEverybodyWithoutAnAccount() {
        source.accounts =
                List.of(AccountSample.of("@%").plugin("").on("test", "INSERT").build());

        said().warns(
                        "FM1309",
                        "source account ''@%",
                        "There are grants for everybody, with grants on test.",
                        "DELETE FROM mysql.db WHERE User = '' AND Host = '%';");
    }

    private Said said() {
        return said(Inventories.plan());
    }

    private Said said(Plan plan) {
        return new Said(new AnonymousAccountCheck().findings(plan, source.seen()));
    }
}
