package io.flexmigrate.stage.assess;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FencedWritersCheckTest {

    private static final String SHOP = "{ name: web, databases: [shop], accounts: ['app@%'] }";

    private final SourceSample source = new SourceSample();

    FencedWritersCheckTest() {
        source.databases = List.of("crm", "shop");
        source.scope = source.databases;
        source.accounts = List.of(
                AccountSample.of("app@%").on("shop", "INSERT").build(),
                AccountSample.of("batch@%").on("shop", "DELETE").build(),
                AccountSample.of("reader@%").on("shop", "SELECT").build(),
                AccountSample.of("other@%").on("crm", "INSERT").build());
    }

    @Test
    void blocksWhoMayWriteToAGroupWithoutBeingOfIt() {
        said(SHOP).blocks("FM1053", "source account batch@%", "group web", "by grant on shop", "REVOKE DELETE");
    }

    @Test
    void hasNothingAgainstThemWhereTheDatabasesAreClosed() {
        source.version = "8.0.22";
        assertThat(said(SHOP).findings()).isEmpty();
    }

    @Test
    void hasNothingAgainstThemWhereTheServerIsClosed() {
        assertThat(said("{ name: all }").findings()).isEmpty();
        assertThat(said("{ name: all, databases: [crm, shop], accounts: ['app@%'] }")
                        .findings())
                .isEmpty();
    }

    private Said said(String group) {
        return new Said(new FencedWritersCheck()
                .findings(
                        Inventories.planWith("cutover:\n  way_back: none\n  groups:\n    - " + group), source.seen()));
    }
}
