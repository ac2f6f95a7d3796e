package io.flexmigrate.stage.assess;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.model.AccountName;
import io.flexmigrate.mysql.Account;
import io.flexmigrate.mysql.Accounts;
import io.flexmigrate.mysql.DatabasePattern;
import io.flexmigrate.planning.WriteGrant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WriteGrantsTest {

    private static final List<String> DATABASES = List.of("shop", "shop_eu", "shopXeu", "billing");

    private List<AccountName> mandatory = List.of();
    private DatabasePattern.Matching matching = new DatabasePattern.Matching(true, false);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INSERT",
                "UPDATE",
                "DELETE",
                "CREATE",
                "DROP",
                "ALTER",
                "INDEX",
                "CREATE VIEW",
                "CREATE ROUTINE",
                "ALTER ROUTINE",
                "EVENT",
                "TRIGGER"
            })
    void takesEveryPrivilegeThatChangesSomething(String privilege) {
        assertThat(written(AccountSample.of("app@%").on("shop", privilege))).containsExactly("shop");
        assertThat(written(AccountSample.of("app@%").onTable("shop", "orders", privilege)))
                .containsExactly("shop");
        assertThat(written(AccountSample.of("app@%").global(privilege))).containsExactlyElementsOf(DATABASES);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT",
                "EXECUTE",
                "SHOW VIEW",
                "REFERENCES",
                "LOCK TABLES",
                "CREATE TEMPORARY TABLES",
                "GRANT OPTION",
                "SUPER",
                "RELOAD",
                "PROCESS",
                "CREATE USER"
            })
    void leavesOutEveryPrivilegeThatDoesNot(String privilege) {
        assertThat(written(AccountSample.of("app@%")
                        .global(privilege)
                        .on("shop", privilege)
                        .onTable("shop", "orders", privilege)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "shop, 'shop'",
        "shop\\_eu, 'shop_eu'",
        "shop_eu, 'shop_eu shopXeu'",
        "shop%, 'shop shop_eu shopXeu'",
        "shop\\_%, 'shop_eu'",
        "shop_%, 'shop_eu shopXeu'",
        "%, 'shop shop_eu shopXeu billing'",
        "shop\\%, ''",
        "Shop, ''",
        "s.op, ''",
        "shop\\, ''"
    })
    void readsPatternsAsTheServerDoes(String pattern, String databases) {
        assertThat(String.join(" ", written(AccountSample.of("app@%").on(pattern, "INSERT"))))
                .isEqualTo(databases);
    }

    @ParameterizedTest
    @CsvSource({"shop_eu, 'shop_eu'", "shop\\_eu, 'shop_eu'", "shop%, ''", "%, ''"})
    void readsThemAsPlainNamesWherePartialRevokesAreOn(String pattern, String databases) {
        matching = new DatabasePattern.Matching(false, false);

        assertThat(String.join(" ", written(AccountSample.of("app@%").on(pattern, "INSERT"))))
                .isEqualTo(databases);
    }

    @Test
    void overlooksCaseWhereTheServerDoes() {
        matching = new DatabasePattern.Matching(true, true);

        assertThat(written(AccountSample.of("a@%").on("SHOP", "INSERT"))).containsExactly("shop");
        assertThat(written(AccountSample.of("b@%").on("SHOP\\_%", "INSERT"))).containsExactly("shop_eu");
        assertThat(written(AccountSample.of("c@%").onTable("Billing", "t", "INSERT")))
                .containsExactly("billing");
    }

    @Test
    void takesTablesForWhatTheyAreCalled() {
        assertThat(written(AccountSample.of("app@%").onTable("shop_eu", "orders", "UPDATE (`price`)")))
                .containsExactly("shop_eu");
    }

    @Test
    void saysWhoMayWriteToEverything() {
        assertThat(grants(
                        AccountSample.of("root@%")
                                .global("INSERT")
                                .on("shop", "INSERT")
                                .build(),
                        AccountSample.of("all@%").on("%", "INSERT").build(),
                        AccountSample.of("app@%").on("shop", "INSERT").build()))
                .contains(
                        new WriteGrant(AccountName.parse("root@%"), "shop", true),
                        new WriteGrant(AccountName.parse("root@%"), "billing", true),
                        new WriteGrant(AccountName.parse("all@%"), "billing", true),
                        new WriteGrant(AccountName.parse("app@%"), "shop", false))
                .doesNotContain(new WriteGrant(AccountName.parse("app@%"), "billing", false));
    }

    @Test
    void takesAwayWhatIsRevokedForADatabase() {
        assertThat(written(AccountSample.of("app@%").global("INSERT", "UPDATE").revoked("shop", "INSERT", "UPDATE")))
                .containsExactly("shop_eu", "shopXeu", "billing");
        assertThat(written(AccountSample.of("app@%").global("INSERT", "UPDATE").revoked("shop", "INSERT")))
                .contains("shop");
        assertThat(written(AccountSample.of("app@%")
                        .global("INSERT")
                        .revoked("shop", "INSERT")
                        .onTable("shop", "log", "INSERT")))
                .contains("shop");
    }

    @Test
    void goesThroughRolesOfRoles() {
        Account clerk = AccountSample.of("clerk@%").has("writers@%").build();
        Account writers = AccountSample.role("writers@%").has("editors@%").build();
        Account editors = AccountSample.role("editors@%")
                .on("billing", "DELETE")
                .has("writers@%")
                .build();

        assertThat(grants(clerk, writers, editors))
                .containsExactly(new WriteGrant(AccountName.parse("clerk@%"), "billing", false));
        assertThat(ways(clerk, writers, editors)).containsExactly("by role editors@% (grant on billing)");
    }

    @Test
    void givesMandatoryRolesToEverybody() {
        mandatory = List.of(AccountName.parse("writers@%"), AccountName.parse("gone@%"));

        assertThat(grants(
                        AccountSample.of("clerk@%").build(),
                        AccountSample.role("writers@%").on("shop", "INSERT").build()))
                .containsExactly(new WriteGrant(AccountName.parse("clerk@%"), "shop", false));
    }

    @Test
    void takesAwayNothingThatARoleStillGives() {
        Account clerk = AccountSample.of("clerk@%")
                .global("INSERT")
                .revoked("shop", "INSERT")
                .has("writers@%")
                .build();

        assertThat(grants(
                        clerk,
                        AccountSample.role("writers@%").on("shop", "INSERT").build()))
                .contains(new WriteGrant(AccountName.parse("clerk@%"), "shop", false));
    }

    @Test
    void leavesOutWhoCannotLogIn() {
        assertThat(written(AccountSample.of("app@%").on("shop", "INSERT").locked()))
                .isEmpty();
    }

    @Test
    void knowsAccountsOfOneUserApart() {
        assertThat(grants(
                        AccountSample.of("app@10.%").on("shop", "INSERT").build(),
                        AccountSample.of("app@%").on("shop", "SELECT").build()))
                .extracting(grant -> grant.account().toString())
                .containsExactly("app@10.%");
    }

    @Test
    void tellsEachWayTheMostTellingFirst() {
        assertThat(ways(AccountSample.of("app@%")
                        .global("INSERT")
                        .onTable("shop", "log", "DELETE")
                        .on("sho_", "UPDATE")
                        .on("shop", "INSERT")
                        .build()))
                .containsExactly(
                        "by grant on shop",
                        "by grant on the pattern sho_",
                        "by table grant on shop.log",
                        "by global privilege");
    }

    private List<String> ways(Account... accounts) {
        return WriteGrants.accesses(all(accounts), List.of(accounts[0]), DATABASES).get(0).ways().stream()
                .map(way -> way.phrase(accounts[0].name()))
                .toList();
    }

    private List<String> written(AccountSample account) {
        return grants(account.build()).stream().map(WriteGrant::database).toList();
    }

    private List<WriteGrant> grants(Account... accounts) {
        return WriteGrants.of(all(accounts), DATABASES);
    }

    private Accounts all(Account... accounts) {
        return new Accounts(
                Stream.of(accounts).collect(Collectors.toMap(Account::name, Function.identity())), mandatory, matching);
    }
}
