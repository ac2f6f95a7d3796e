package io.flexmigrate.stage.assess;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.plan.Plan;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class UnnamedWritersCheckTest {

    private final SourceSample source = new SourceSample();

    @Test
    void hasNothingAgainstAPlanThatNamesItsWriters() {
        source.accounts = List.of(
                AccountSample.of("shop_app@%").on("shop", "INSERT").build(),
                AccountSample.of("report@%").on("shop", "SELECT").build(),
                AccountSample.of("other@%").on("elsewhere", "INSERT").build());

        assertThat(said().findings()).isEmpty();
        assertThat(said(SILENT).findings()).hasSize(1);
    }

    @Test
    void hasNothingAgainstTheServersOwnAccountsAndThePlans() {
        source.accounts = Stream.of(
                        "mysql.session@localhost",
                        "root@localhost",
                        "root@127.0.0.1",
                        "root@::1",
                        "root@%",
                        "debian-sys-maint@localhost",
                        "rdsadmin@localhost",
                        "migrate@%",
                        "repl@10.%")
                .map(name -> AccountSample.of(name).global("INSERT", "SUPER").build())
                .toList();

        assertThat(said().findings()).isEmpty();
        assertThat(said(SILENT).findings()).isEmpty();
    }

    @Test
    void hasNothingAgainstAccountsThatThePlanExcludes() {
        source.accounts = List.of(
                AccountSample.of("backup@%").global("INSERT").build(),
                AccountSample.of("old@10.%").on("shop", "INSERT").build(),
                AccountSample.of("old@%").on("shop", "INSERT").build());

        said(Inventories.planWith("""
                        accounts: { exclude: [backup, 'old@10.%'] }
                        cutover: { way_back: none, groups: [{ name: shop, accounts: ['shop_app@%'] }] }""")).warns("FM1310", "source account old@%", "by grant on shop");
    }

    @Test
    void warnsOfAWriterThatNoGroupNames() {
        source.accounts = List.of(
                AccountSample.of("shop_app@%").on("shop", "INSERT").build(),
                AccountSample.of("batch@%")
                        .on("shop", "INSERT", "DELETE", "SELECT")
                        .build());
        source.sessions =
                List.of(AccountSample.sessions("batch", "10.0.0.7", 2), AccountSample.sessions("batch", "10.0.0.8", 1));

        said().warns(
                        "FM1310",
                        "source account batch@%",
                        "It may write to shop by grant on shop.",
                        "It is connected now from 10.0.0.7, 10.0.0.8 (3 sessions).",
                        "accounts: ['batch@%']",
                        "REVOKE DELETE, INSERT ON `shop`.* FROM `batch`@`%`;");
    }

    @Test
    void tellsAdministratorsFromApplications() {
        source.accounts = List.of(AccountSample.of("dba@%").global("INSERT").build());

        said().warns(
                        "FM1310",
                        "source account dba@%",
                        "by global privilege, as administrators do. It is not connected now.",
                        "REVOKE INSERT ON *.* FROM `dba`@`%`;");
    }

    @Test
    void takesAwayTheRoleThatLetsAnAccountWrite() {
        source.accounts = List.of(
                AccountSample.of("batch@%").has("writers@%").build(),
                AccountSample.role("writers@%").on("sh%", "INSERT").build());

        said().warns(
                        "FM1310",
                        "source account batch@%",
                        "by role writers@% (grant on the pattern sh%)",
                        "REVOKE `writers`@`%` FROM `batch`@`%`;");
    }

    @Test
    void asksForALockedAccountOnlyWhileItHasClients() {
        source.accounts = List.of(
                AccountSample.of("batch@%").on("shop", "INSERT").locked().build());
        assertThat(said().findings()).isEmpty();

        source.sessions = List.of(AccountSample.sessions("batch", "10.0.0.7", 1));
        said().warns("FM1310", "source account batch@%", "connected now");
    }

    @Test
    void saysItOnceWhenThePlanNamesNobody() {
        source.accounts = List.of(
                AccountSample.of("shop_app@%").on("shop", "INSERT").build(),
                AccountSample.of("it's@%").on("shop", "INSERT").build());

        said(SILENT)
                .warns(
                        "FM1310",
                        "plan cutover.groups",
                        "names no account, and 2 may write",
                        "shop_app@% by grant on shop",
                        "accounts: ['it''s@%', 'shop_app@%']");
    }

    @Test
    void doesNotNameThousands() {
        source.accounts = IntStream.range(0, 60)
                .mapToObj(number -> AccountSample.of("app" + number + "@%")
                        .on("shop", "INSERT")
                        .build())
                .toList();

        said(SILENT).warns("FM1310", "plan cutover.groups", "60 may write", "and 10 more.");
    }

    private static final Plan SILENT = Inventories.plan();

    private Said said() {
        return said(Inventories.planWith(
                "cutover: { way_back: none, groups: [{ name: shop, accounts: ['shop_app@%'] }] }"));
    }

    private Said said(Plan plan) {
        return new Said(new UnnamedWritersCheck().findings(plan, source.seen()));
    }
}
