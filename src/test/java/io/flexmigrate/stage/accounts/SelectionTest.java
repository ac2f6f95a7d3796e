package io.flexmigrate.stage.accounts;

import static io.flexmigrate.mysql.AccountSamples.account;
import static io.flexmigrate.mysql.AccountSamples.at;
import static io.flexmigrate.mysql.AccountSamples.database;
import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.model.AccountName;
import io.flexmigrate.model.ServerVersion;
import io.flexmigrate.mysql.AccountDefinition;
import io.flexmigrate.mysql.AccountDefinitions;
import io.flexmigrate.mysql.AccountSamples;
import io.flexmigrate.mysql.AccountTerms;
import io.flexmigrate.mysql.AccountTerms.PasswordRules;
import io.flexmigrate.mysql.GrantPlace;
import io.flexmigrate.mysql.GrantablePrivileges;
import io.flexmigrate.mysql.Permissions;
import io.flexmigrate.plan.Plan;
import io.flexmigrate.plan.PlanReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SelectionTest {

    private static final AccountName APP = new AccountName("app", "%");

    @TempDir
    private Path directory = Path.of("");

    private String kind = "flexible-server";
    private String scope = "";
    private String version = "8.0.15";
    private boolean partialRevokes;
    private boolean sourceIsLiteral;
    private List<AccountName> mandatoryRoles = List.of();
    private final List<AccountDefinition> existing = new ArrayList<>();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            root@%           | keeps the user name root
            Admin@%          | keeps the user name Admin
            cron@localhost   | same machine
            cron@127.0.0.1   | same machine
            cron@::1         | same machine
            @%               | everybody may log in
            admin1@10.%      | Our own account on the target
            x@a@b            | holds an @
            """)
    void leavesOutAccountsThatTheTargetCannotHold(String name, String why) throws IOException {
        AccountName whole = name.equals("x@a@b") ? new AccountName("x", "a@b") : AccountName.parse(name);

        CopyPlan copy = copy(account(whole, "mysql_native_password", Permissions.NONE));

        assertThat(copy.accounts()).isEmpty();
        assertThat(copy.omissions()).singleElement().satisfies(omission -> {
            assertThat(omission.account()).isEqualTo(whole);
            assertThat(omission.isWhole()).isTrue();
            assertThat(omission.consequence()).contains(why);
        });
    }

    @ParameterizedTest
    @CsvSource({"mysql.sys@localhost", "root@localhost", "root@::1", "migrate@%", "repl@10.%", "gone@%", "part@10.%"})
    void saysNothingOfWhatIsNoneOfItsBusiness(String name) throws IOException {
        CopyPlan copy = copy(account(name));

        assertThat(copy.accounts()).isEmpty();
        assertThat(copy.omissions()).isEmpty();
    }

    @Test
    void copiesAccountsOfTheServersOwnMachineToAPlainServer() throws IOException {
        kind = "mysql";

        assertThat(copy(account("cron@localhost")).accounts()).hasSize(1);
    }

    @Test
    void leavesOutAccountsWithoutAPluginOnTheTarget() throws IOException {
        CopyPlan copy = copy(account(APP, "auth_socket", Permissions.NONE));

        assertThat(copy.accounts()).isEmpty();
        assertThat(subjects(copy)).containsExactly("app@%: the account");
    }

    @Test
    void keepsOnlyWhatOurAccountMayGrant() throws IOException {
        CopyPlan copy = copy(app(at(GrantPlace.SERVER, "SELECT", "SUPER", "FILE", "GRANT OPTION", "PROXY")));

        assertThat(granted(copy).at(GrantPlace.SERVER)).containsExactly("GRANT OPTION", "SELECT");
        assertThat(subjects(copy))
                .containsExactlyInAnyOrder("app@%: SUPER on *.*", "app@%: FILE on *.*", "app@%: PROXY on *.*");
        assertThat(copy.omissions())
                .anySatisfy(omission -> assertThat(omission.instead()).contains("mysql.az_kill"));
    }

    @Test
    void keepsOnlyDynamicPrivilegesThatOurAccountMayGrant() throws IOException {
        assertThat(granted(copy(app(AccountSamples.dynamic("XA_RECOVER_ADMIN", true))))
                        .dynamic())
                .containsEntry("XA_RECOVER_ADMIN", true);
        CopyPlan copy = copy(app(AccountSamples.dynamic("CLONE_ADMIN", true)));
        assertThat(granted(copy).dynamic()).isEmpty();
        assertThat(subjects(copy)).containsExactly("app@%: CLONE_ADMIN on *.*");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            all      | shop       | true
            all      | mysql      | false
            all      | sys        | false
            all      | my\\_sql   | true
            [shop]   | shop       | true
            [shop]   | sh%        | true
            [shop]   | sh_p       | true
            [shop]   | sh\\_p     | false
            [shop]   | crm        | false
            [shop_1] | shop\\_1   | true
            """)
    void keepsGrantsOnDatabasesThatMove(String databases, String pattern, boolean kept) throws IOException {
        scope = "scope: { databases: " + databases + " }\n";

        CopyPlan copy = copy(app(at(database(pattern), "SELECT")));

        assertThat(granted(copy).privileges().isEmpty()).isEqualTo(!kept);
        assertThat(copy.omissions()).hasSize(kept ? 0 : 1);
        assertThat(granted(copy).at(database(pattern)).isEmpty()).isEqualTo(!kept);
    }

    @Test
    void leavesOutAPrivilegeWhoseExceptionTheTargetCannotHold() throws IOException {
        CopyPlan copy = copy(app(AccountSamples.revoked("crm", "SELECT")));

        assertThat(granted(copy).at(GrantPlace.SERVER)).isEmpty();
        assertThat(subjects(copy)).containsExactly("app@%: SELECT on *.* but crm");
    }

    @Test
    void keepsExceptionsWhereTheTargetKnowsThem() throws IOException {
        partialRevokes = true;
        AccountDefinition account = app(AccountSamples.revoked("crm", "SELECT"));

        assertThat(granted(copy(account))).isEqualTo(account.permissions());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            true  | false | shop_1   | shop\\_1
            true  | true  | shop_1   | shop_1
            false | true  | shop\\_1 | shop_1
            false | true  | shop_1   |
            false | false | shop_1   | shop_1
            """)
    void meansTheSameDatabasesOnAServerThatReadsNamesOtherwise(
            boolean literalHere, boolean literalThere, String pattern, @Nullable String there) throws IOException {
        sourceIsLiteral = literalHere;
        partialRevokes = literalThere;

        CopyPlan copy = copy(app(at(database(pattern), "SELECT")));

        assertThat(granted(copy).privileges().keySet().stream()
                        .map(GrantPlace::database)
                        .toList())
                .isEqualTo(Stream.ofNullable(there).toList());
        assertThat(copy.omissions()).hasSize(there == null ? 1 : 0);
    }

    @Test
    void saysThatARoleIsNotMandatoryOnTheTarget() throws IOException {
        mandatoryRoles = List.of(new AccountName("everybody", "%"));

        assertThat(subjects(copy())).containsExactly("everybody@%: being mandatory");
    }

    @Test
    void leavesOutTermsThatTheTargetIsTooOldFor() throws IOException {
        AccountDefinition plain = account("app@%");
        AccountTerms terms = new AccountTerms(
                plain.terms().proof(),
                plain.terms().encryption(),
                plain.terms().limits(),
                new PasswordRules(
                        true, OptionalInt.of(9), OptionalInt.empty(), OptionalInt.empty(), Optional.empty(), 3, 1),
                Optional.of("{}"));
        AccountDefinition account =
                new AccountDefinition(plain.name(), false, terms, plain.permissions(), List.of(), List.of());

        CopyPlan copy = copy(account);

        AccountTerms fitted = copy.accounts().get(0).terms();
        assertThat(fitted.attribute()).isEmpty();
        assertThat(fitted.rules().failedLogins()).isZero();
        assertThat(fitted.rules().expired()).isTrue();
        assertThat(fitted.rules().lifetime()).hasValue(9);
        assertThat(copy.omissions()).hasSize(2);
        version = "8.0.36";
        assertThat(copy(account).accounts().get(0).terms()).isEqualTo(terms);
    }

    @Test
    void keepsRolesThatAreCopiedOrThere() throws IOException {
        AccountDefinition member = app(AccountSamples.role("reader@%", true));

        assertThat(granted(copy(member)).roles()).isEmpty();
        assertThat(granted(copy(member)).defaultRoles()).isEmpty();
        assertThat(subjects(copy(member))).containsExactly("app@%: the role reader@%");
        assertThat(granted(copy(member, account("reader@%")))).isEqualTo(member.permissions());
        existing.add(account("reader@%"));
        assertThat(granted(copy(member))).isEqualTo(member.permissions());
    }

    @Test
    void saysThatProxiesAndSecondPasswordsStay() throws IOException {
        AccountDefinition plain = account("app@%");
        AccountDefinition account = new AccountDefinition(
                plain.name(),
                false,
                plain.terms(),
                plain.permissions(),
                List.of(new AccountName("other", "%")),
                List.of("a second password"));

        assertThat(subjects(copy(account))).containsExactly("app@%: PROXY for other@%", "app@%: a second password");
    }

    private static AccountDefinition app(Permissions permissions) {
        return account(APP, "mysql_native_password", permissions);
    }

    private static Permissions granted(CopyPlan copy) {
        return copy.accounts().get(0).permissions();
    }

    private static List<String> subjects(CopyPlan copy) {
        return copy.omissions().stream().map(Omission::subject).toList();
    }

    private CopyPlan copy(AccountDefinition... source) throws IOException {
        AccountDefinitions there = AccountDefinitions.of(existing);
        TargetFace face = new TargetFace(
                ServerVersion.parse(version),
                new AccountDefinitions(there.byName(), List.of(), partialRevokes),
                new GrantablePrivileges(Set.of("SELECT", "INSERT", "CREATE USER", "GRANT OPTION", "XA_RECOVER_ADMIN")),
                Set.of("mysql_native_password", "caching_sha2_password"));
        Plan plan = plan();
        return new Selection(plan, plan.scope().databases(), face)
                .of(new AccountDefinitions(
                        AccountDefinitions.of(List.of(source)).byName(), mandatoryRoles, sourceIsLiteral));
    }

    private Plan plan() throws IOException {
        String text = """
                version: 1
                name: shop
                source:
                  host: db1
                  user: migrate
                  password: { env: SOURCE_PASSWORD }
                  replication: { host: db1, user: repl, password: { env: REPL_PASSWORD } }
                target:
                  kind: %s
                  host: db2
                  user: admin1
                  password: { env: TARGET_PASSWORD }
                  tls: { mode: required }
                accounts: { copy: true, exclude: [gone, 'part@10.%%'] }
                cutover: { way_back: none }
                """.formatted(kind);
        return new PlanReader()
                .read(Files.writeString(directory.resolve("plan.yaml"), text + scope))
                .plan();
    }
}
