package io.flexmigrate.stage.assess;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.model.AccountName;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AccountCopyCheckTest {

    private static final AccountName APP = new AccountName("app", "%");

    private final SourceSample source = new SourceSample();
    private final TargetSample target = new TargetSample();

    @Test
    void hasNothingAgainstAccountsThatCanBeCopied() {
        source.accounts = List.of(AccountSample.of("app@%").build());

        assertThat(said("copy: true").findings()).isEmpty();
    }

    @Test
    void saysNothingWhereNothingIsCopied() {
        source.accounts = List.of(AccountSample.of("app@localhost").build());
        target.accounts = Set.of(APP);
        target.grantable = Set.of();

        assertThat(said("copy: false").findings()).isEmpty();
    }

    @Test
    void warnsOfNamesThatTheTargetHas() {
        source.accounts = List.of(AccountSample.of("app@%").build());
        target.accounts = Set.of(APP);

        said("copy: true").warns("FM1440", "target accounts", "app@%", "accounts.existing: merge");
    }

    @Test
    void saysWhatMergingDoes() {
        source.accounts = List.of(AccountSample.of("app@%").build());
        target.accounts = Set.of(APP);

        said("copy: true, existing: merge")
                .warns("FM1440", "target accounts", "are granted what the source's have", "passwords of the target");
    }

    @Test
    void blocksAnAccountOfAGroupThatTheTargetCannotHold() {
        source.accounts =
                List.of(AccountSample.of("app@%").plugin("auth_socket").build());

        said("copy: true").blocks("FM1441", "source account app@%", "It logs in by auth_socket", "by hand");
    }

    @Test
    void blocksAnAccountOfAGroupThatIsExcluded() {
        source.accounts = List.of(AccountSample.of("app@%").build());

        said("copy: true, exclude: [app]").blocks("FM1441", "source account app@%", "accounts.exclude", "by hand");
    }

    @Test
    void hasNothingAgainstAnAccountThatCannotBeCopiedAndIsThere() {
        source.accounts =
                List.of(AccountSample.of("app@%").plugin("auth_socket").build());
        target.accounts = Set.of(APP);

        assertThat(said("copy: true").findings()).isEmpty();
    }

    @Test
    void blocksAnAdministratorWhoCannotMakeAccounts() {
        source.accounts = List.of(AccountSample.of("app@%").build());
        target.grantable = Set.of("SELECT", "GRANT OPTION");

        said("copy: true").blocks("FM1442", "target account admin1", "no CREATE USER on *.*", "WITH GRANT OPTION");
    }

    private Said said(String accounts) {
        String sections = """
                cutover:
                  way_back: none
                  groups: [ { name: front, databases: [shop], accounts: ['app@%'] } ]
                accounts: { ACCOUNTS }
                """.replace("ACCOUNTS", accounts);
        return new Said(new AccountCopyCheck()
                .findings(Inventories.planWith(sections), new BothServers(source.seen(), target.seen())));
    }
}
