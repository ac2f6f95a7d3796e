package io.flexmigrate.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.model.AccountName;
import io.flexmigrate.mysql.Account.Login;
import io.flexmigrate.mysql.Account.Tls;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccountsTest {

    private static final Login OPEN = new Login("caching_sha2_password", Tls.NONE, true, false, false);
    private static final Login LOCKED = new Login("caching_sha2_password", Tls.NONE, true, true, false);
    private static final Login ROLE = new Login("caching_sha2_password", Tls.NONE, false, true, true);

    @ParameterizedTest
    @CsvSource({
        "10.0.0.7, app@10.0.0.7",
        "10.0.0.8, app@10.%",
        "192.168.0.1, app@%",
        "localhost, app@localhost",
        "127.0.0.1, app@localhost"
    })
    void takeTheMostSpecificHostOfAClient(String host, String account) {
        Accounts accounts = accounts("app@%", "app@10.%", "app@10.0.0.7", "app@localhost", "other@10.0.0.7");

        assertThat(accounts.ofClient("app", host))
                .hasValueSatisfying(found -> assertThat(found.name()).hasToString(account));
    }

    @Test
    void doNotGuessWhoAStrangerIs() {
        assertThat(accounts("app@10.%").ofClient("app", "192.168.0.1")).isEmpty();
        assertThat(accounts("app@%").ofClient("App", "192.168.0.1")).isEmpty();
    }

    @Test
    void knowRolesFromAccounts() {
        Account role = account("role@%", ROLE);
        Account granted = account("granted@%", LOCKED);
        Account locked = account("locked@%", LOCKED);
        Account user = account("user@%", OPEN, "granted@%", "other@%");
        Account other = account("other@%", OPEN);
        Accounts accounts = Accounts.of(List.of(role, granted, locked, user, other));

        assertThat(accounts.all().stream().filter(accounts::isRole)).containsExactlyInAnyOrder(role, granted);
    }

    @Test
    void goRoundInCirclesOnlyOnce() {
        Account one = account("one@%", OPEN, "two@%");
        Account two = account("two@%", OPEN, "one@%", "three@%");

        assertThat(Accounts.of(List.of(one, two)).rolesOf(one))
                .extracting(AccountName::toString)
                .containsExactly("two@%", "three@%");
    }

    @Test
    void readMandatoryRoles() {
        assertThat(AccountList.parse("'a'@'%',`b`@`10.%`, c@localhost , \"d\""))
                .extracting(AccountName::toString)
                .containsExactly("a@%", "b@10.%", "c@localhost", "d@%");
        assertThat(AccountList.parse("'it''s'@'%','a,b'@'x@y'"))
                .containsExactly(new AccountName("it's", "%"), new AccountName("a,b", "x@y"));
        assertThat(AccountList.parse("")).isEmpty();
    }

    @Test
    void nameColumnsAsGrantsDo() {
        assertThat(PrivilegeColumns.listed("Select,Create View,References"))
                .containsExactly("CREATE VIEW", "REFERENCES", "SELECT");
        assertThat(PrivilegeColumns.listed("Grant")).containsExactly("GRANT OPTION");
        assertThat(PrivilegeColumns.listed("")).isEmpty();
    }

    private static Accounts accounts(String... names) {
        return Accounts.of(Stream.of(names).map(name -> account(name, OPEN)).toList());
    }

    private static Account account(String name, Login login, String... roles) {
        return new Account(
                AccountName.parse(name),
                login,
                Grants.NONE,
                Stream.of(roles).map(AccountName::parse).toList(),
                List.of());
    }
}
