package io.flexmigrate.mysql;

import static io.flexmigrate.mysql.AccountSamples.account;
import static io.flexmigrate.mysql.AccountSamples.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.model.AccountName;
import io.flexmigrate.model.Secret;
import io.flexmigrate.mysql.AccountTerms.Encryption;
import io.flexmigrate.mysql.AccountTerms.Limits;
import io.flexmigrate.mysql.AccountTerms.PasswordRules;
import io.flexmigrate.mysql.AccountTerms.Proof;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class AccountChangesTest {

    private static final GrantPlace SHOP = GrantPlace.database("shop\\_%");

    @Test
    void makesAnAccountLockedAndShowsNoHash() {
        Sql create = new AccountChanges(account("app@%")).create();

        assertThat(create.text()).isEqualTo("CREATE USER ?@? IDENTIFIED WITH ? AS ? REQUIRE NONE ACCOUNT LOCK");
        assertThat(create.values()).containsExactly("app", "%", "mysql_native_password", new Secret("*HASH"));
        assertThat(create.shown()).doesNotContain("HASH");
        assertThat(create.toString()).doesNotContain("HASH");
    }

    @Test
    void writesAllTermsOfAnAccount() {
        AccountDefinition account = new AccountDefinition(
                new AccountName("app", "%"),
                true,
                new AccountTerms(
                        new Proof("caching_sha2_password", new Secret("")),
                        new Encryption("SPECIFIED", "", "/CN=i", "/CN=s"),
                        new Limits(1, 2, 3, 4),
                        new PasswordRules(
                                true,
                                OptionalInt.of(90),
                                OptionalInt.of(3),
                                OptionalInt.of(5),
                                Optional.of(false),
                                4,
                                -1),
                        Optional.of("{}")),
                Permissions.NONE,
                List.of(),
                List.of());

        assertThat(new AccountChanges(account).create().text())
                .isEqualTo("CREATE USER ?@? IDENTIFIED WITH ? REQUIRE ISSUER ? SUBJECT ?"
                        + " WITH MAX_QUERIES_PER_HOUR 1 MAX_UPDATES_PER_HOUR 2 MAX_CONNECTIONS_PER_HOUR 3"
                        + " MAX_USER_CONNECTIONS 4 PASSWORD EXPIRE INTERVAL 90 DAY PASSWORD HISTORY 3"
                        + " PASSWORD REUSE INTERVAL 5 DAY PASSWORD REQUIRE CURRENT OPTIONAL FAILED_LOGIN_ATTEMPTS 4"
                        + " PASSWORD_LOCK_TIME UNBOUNDED PASSWORD EXPIRE ACCOUNT LOCK ATTRIBUTE ?");
    }

    @Test
    void changesNothingOfAnAccountThatIsRight() {
        AccountDefinition account = account("app@%").with(at(SHOP, "SELECT", "GRANT OPTION"));

        assertThat(new AccountChanges(account).alter(account)).isEmpty();
        assertThat(new AccountChanges(account).permissions(account.permissions()))
                .isEmpty();
    }

    @Test
    void putsBackTermsThatAreOtherwiseWithoutTouchingTheLock() {
        AccountDefinition expired = new AccountDefinition(
                new AccountName("app", "%"),
                false,
                AccountSamples.terms(
                        "mysql_native_password",
                        "*OTHER",
                        new PasswordRules(
                                true,
                                OptionalInt.of(9),
                                OptionalInt.empty(),
                                OptionalInt.empty(),
                                Optional.empty(),
                                0,
                                0),
                        Optional.empty()),
                Permissions.NONE,
                List.of(),
                List.of());

        assertThat(new AccountChanges(account("app@%"))
                        .alter(expired)
                        .orElseThrow()
                        .text())
                .startsWith("ALTER USER ?@? IDENTIFIED WITH ? AS ? REQUIRE NONE WITH MAX_QUERIES_PER_HOUR 0")
                .contains("PASSWORD EXPIRE DEFAULT")
                .doesNotContain("LOCK");
    }

    @Test
    void grantsWhatIsMissingAfterRevokingWhatIsTooMuch() {
        AccountDefinition account = account("o'hara@%").with(at(SHOP, "SELECT", "GRANT OPTION", "INSERT (`a`)"));
        Permissions present = at(SHOP, "SELECT", "DROP");

        assertThat(texts(account, present))
                .containsExactly(
                        "REVOKE DROP ON `shop\\_%`.* FROM `o'hara`@'%'",
                        "GRANT INSERT (`a`) ON `shop\\_%`.* TO `o'hara`@'%' WITH GRANT OPTION");
    }

    @Test
    void grantsTheGrantOptionAlone() {
        assertThat(texts(account("app@%").with(at(SHOP, "GRANT OPTION")), Permissions.NONE))
                .containsExactly("GRANT USAGE ON `shop\\_%`.* TO 'app'@'%' WITH GRANT OPTION");
    }

    @Test
    void takesTheGrantOptionOfADynamicPrivilegeAwayByGrantingItAnew() {
        AccountDefinition account = account("app@%").with(AccountSamples.dynamic("XA_RECOVER_ADMIN", false));

        assertThat(texts(account, AccountSamples.dynamic("XA_RECOVER_ADMIN", true)))
                .containsExactly(
                        "REVOKE XA_RECOVER_ADMIN ON *.* FROM 'app'@'%'", "GRANT XA_RECOVER_ADMIN ON *.* TO 'app'@'%'");
    }

    @Test
    void takesAwayWhatIsTakenAwayForADatabase() {
        AccountDefinition account = account("app@%").with(AccountSamples.revoked("crm", "INSERT"));

        assertThat(texts(account, Permissions.NONE))
                .containsExactly("GRANT INSERT ON *.* TO 'app'@'%'", "REVOKE INSERT ON `crm`.* FROM 'app'@'%'");
        assertThat(texts(account("app@%").with(at(GrantPlace.SERVER, "INSERT")), account.permissions()))
                .containsExactly("GRANT INSERT ON `crm`.* TO 'app'@'%'");
    }

    @Test
    void grantsRolesAndMakesThemActive() {
        AccountDefinition account = account("app@%").with(AccountSamples.role("reader@%", true));

        assertThat(texts(account, Permissions.NONE))
                .containsExactly(
                        "GRANT 'reader'@'%' TO 'app'@'%' WITH ADMIN OPTION",
                        "SET DEFAULT ROLE 'reader'@'%' TO 'app'@'%'");
        assertThat(texts(account("app@%"), account.permissions()))
                .containsExactly("REVOKE 'reader'@'%' FROM 'app'@'%'", "SET DEFAULT ROLE NONE TO 'app'@'%'");
    }

    @Test
    void opensAllAtOnce() {
        assertThat(AccountChanges.unlock(List.of(new AccountName("a", "%"), new AccountName("b'", "%")))
                        .text())
                .isEqualTo("ALTER USER IF EXISTS 'a'@'%', `b'`@'%' ACCOUNT UNLOCK");
    }

    private static List<String> texts(AccountDefinition account, Permissions present) {
        return new AccountChanges(account)
                .permissions(present).stream().map(Sql::text).toList();
    }
}
