package io.flexmigrate.stage.assess;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.model.AccountName;
import java.util.List;
import org.junit.jupiter.api.Test;

class GroupAccountsCheckTest {

    private final TargetSample target = new TargetSample();

    @Test
    void hasNothingToSayWhenAllAccountsAreThere() {
        assertThat(said().findings()).isEmpty();
    }

    @Test
    void blocksAnAccountThatTheTargetLacks() {
        AccountName account = new AccountName("shop_app", "%");
        target.missingAccounts = List.of(account);

        said().blocks(
                        "FM1046",
                        "target account " + account,
                        "no such account",
                        "CREATE USER 'shop_app'@'%'",
                        "Create it on the target");
    }

    @Test
    void leavesToTheCopyWhatIsCopied() {
        target.missingAccounts = List.of(new AccountName("shop_app", "%"));

        assertThat(new GroupAccountsCheck()
                        .findings(
                                Inventories.planWith("cutover: { way_back: none }\naccounts: { copy: true }"),
                                target.seen()))
                .isEmpty();
    }

    private Said said() {
        return new Said(new GroupAccountsCheck().findings(Inventories.plan(), target.seen()));
    }
}
