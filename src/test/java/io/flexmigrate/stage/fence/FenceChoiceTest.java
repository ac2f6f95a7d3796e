package io.flexmigrate.stage.fence;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.model.AccountName;
import io.flexmigrate.model.ServerVersion;
import io.flexmigrate.mysql.Dialect;
import io.flexmigrate.plan.Plan;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FenceChoiceTest {

    private static final List<String> ALL = List.of("crm", "shop");
    private static final List<AccountName> APP = List.of(new AccountName("app", "%"));

    @ParameterizedTest
    @CsvSource({"5.7.22, ACCOUNTS", "8.0.15, ACCOUNTS", "8.0.21, ACCOUNTS", "8.0.22, SCHEMAS", "9.7.4, SCHEMAS"})
    void closesOnlyTheGroupWhereOthersLiveOnTheServer(String version, FenceKind kind) {
        assertThat(choice(group(List.of("shop"), APP), ALL, version)).isEqualTo(new FenceChoice(kind, List.of("shop")));
    }

    @Test
    void closesTheServerWhereTheGroupHoldsAllOfIt() {
        assertThat(choice(group(ALL, APP), ALL, "8.0.40").kind()).isEqualTo(FenceKind.SERVER);
        assertThat(choice(group(List.of(), APP), ALL, "5.7.22").kind()).isEqualTo(FenceKind.SERVER);
    }

    @Test
    void closesOnlyTheGroupWhereThePlanLeavesADatabaseBehind() {
        assertThat(choice(group(List.of(), APP), List.of("shop"), "8.0.40"))
                .isEqualTo(new FenceChoice(FenceKind.SCHEMAS, List.of("shop")));
    }

    @Test
    void closesTheServerForAGroupThatListsNeitherDatabasesNorAccounts() {
        assertThat(choice(group(List.of(), List.of()), List.of("shop"), "8.0.40")
                        .kind())
                .isEqualTo(FenceKind.SERVER);
    }

    private static FenceChoice choice(Plan.Group group, List<String> scope, String version) {
        return FenceChoice.of(group, scope, ALL, new Dialect(ServerVersion.parse(version)));
    }

    private static Plan.Group group(List<String> databases, List<AccountName> accounts) {
        return new Plan.Group("web", databases, accounts, List.of());
    }
}
