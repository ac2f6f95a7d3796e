package io.flexmigrate.stage.assess;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.plan.Plan;
import java.util.List;
import org.junit.jupiter.api.Test;

class GroupAccountsOnSourceCheckTest {

    private final SourceSample source = new SourceSample();

    @Test
    void hasNothingAgainstAccountsThatAreThere() {
        source.accounts = List.of(AccountSample.of("shop_app@%").build());

        assertThat(said().findings()).isEmpty();
    }

    @Test
    void warnsOfAnAccountThatIsNotThere() {
        said().warns("FM1311", "source account shop_app@%", "Group shop names it", "SELECT User, Host FROM mysql.user");
    }

    @Test
    void namesTheSameUserFromOtherHosts() {
        source.accounts = List.of(
                AccountSample.of("shop_app@10.%").build(),
                AccountSample.of("Shop_app@%").build());

        said().warns("FM1311", "source account shop_app@%", "it has Shop_app@%, shop_app@10.%.");
    }

    private Said said() {
        return said(Inventories.planWith(
                "cutover: { way_back: none, groups: [{ name: shop, accounts: ['shop_app@%'] }] }"));
    }

    private Said said(Plan plan) {
        return new Said(new GroupAccountsOnSourceCheck().findings(plan, source.seen()));
    }
}
