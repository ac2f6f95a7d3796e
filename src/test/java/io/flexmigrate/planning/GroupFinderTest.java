package io.flexmigrate.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.flexmigrate.model.AccountName;
import io.flexmigrate.planning.GroupProposal.ProposedGroup;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class GroupFinderTest {

    private static final Reference FOREIGN_KEY =
            new Reference("foreign key", "shop", "orders.fk_customer", "crm", "customers");

    private final List<Reference> references = new ArrayList<>();
    private final List<WriteGrant> grants = new ArrayList<>();

    private List<ProposedGroup> groups(String... databases) {
        return GroupFinder.find(List.of(databases), references, grants).groups();
    }

    private List<List<String>> members(String... databases) {
        return groups(databases).stream().map(ProposedGroup::databases).toList();
    }

    private void writes(String account, String... databases) {
        List.of(databases).forEach(database -> grants.add(new WriteGrant(AccountName.parse(account), database, false)));
    }

    private void refers(String from, String to) {
        references.add(new Reference("view", from, "v", to, "t"));
    }

    @Test
    void leavesEveryDatabaseAGroupOfItsOwnWhenNothingTiesThem() {
        assertThat(groups("shop", "crm"))
                .containsExactly(
                        new ProposedGroup("crm", List.of("crm"), List.of(), List.of()),
                        new ProposedGroup("shop", List.of("shop"), List.of(), List.of()));
    }

    @Test
    void keepsTogetherWhatAForeignKeyTies() {
        references.add(FOREIGN_KEY);

        assertThat(groups("shop", "crm", "blog"))
                .containsExactly(
                        new ProposedGroup("blog", List.of("blog"), List.of(), List.of()),
                        new ProposedGroup(
                                "crm",
                                List.of("crm", "shop"),
                                List.of(),
                                List.of("foreign key shop.orders.fk_customer → crm.customers")));
    }

    @Test
    void saysOnlyTheDatabaseWhereNoMoreIsKnown() {
        references.add(new Reference("procedure", "shop", "close_day", "crm", ""));

        assertThat(groups("shop", "crm").get(0).reasons()).containsExactly("procedure shop.close_day → crm");
    }

    @Test
    void saysManyReferencesOfAKindAsOne() {
        references.add(FOREIGN_KEY);
        references.add(FOREIGN_KEY);
        references.add(new Reference("foreign key", "shop", "offers.fk_customer", "crm", "customers"));
        references.add(new Reference("foreign key", "shop", "visits.fk_customer", "crm", "customers"));
        references.add(new Reference("trigger", "shop", "orders.after_insert", "crm", "log"));

        assertThat(groups("shop", "crm").get(0).reasons())
                .containsExactly(
                        "foreign key shop.offers.fk_customer → crm.customers (and 2 more of that kind)",
                        "trigger shop.orders.after_insert → crm.log");
    }

    @Test
    void keepsTogetherWhatAnAccountWritesTo() {
        writes("app@%", "shop", "billing");
        writes("editor@10.%", "blog");

        assertThat(groups("shop", "billing", "blog"))
                .containsExactly(
                        new ProposedGroup(
                                "billing",
                                List.of("billing", "shop"),
                                List.of(new AccountName("app", "%")),
                                List.of("app@% writes to billing and shop")),
                        new ProposedGroup(
                                "blog", List.of("blog"), List.of(new AccountName("editor", "10.%")), List.of()));
    }

    @Test
    void namesAdministratorsWithoutTyingEverythingToThem() {
        for (String database : List.of("a", "b", "c")) {
            grants.add(new WriteGrant(new AccountName("root", "localhost"), database, true));
        }
        writes("root@localhost", "a", "b");

        GroupProposal proposal = GroupFinder.find(List.of("a", "b", "c"), references, grants);

        assertThat(proposal.groups())
                .hasSize(3)
                .allMatch(group -> group.accounts().isEmpty());
        assertThat(proposal.administrators()).containsExactly(new AccountName("root", "localhost"));
    }

    @Test
    void followsChainsAndCycles() {
        refers("a", "b");
        refers("b", "c");
        refers("c", "a");
        refers("d", "e");
        writes("app@%", "e", "f");

        assertThat(members("a", "b", "c", "d", "e", "f", "g"))
                .containsExactly(List.of("a", "b", "c"), List.of("d", "e", "f"), List.of("g"));
    }

    @Test
    void hasNothingAgainstADatabaseThatNamesItself() {
        refers("shop", "shop");

        assertThat(groups("shop"))
                .allSatisfy(group -> assertThat(group.reasons()).isEmpty());
    }

    @Test
    void reportsWhatLeadsOutOfTheDatabasesThatMoveAndIsNotTiedByIt() {
        references.add(new Reference("view", "shop", "v", "hr", "people"));
        references.add(new Reference("view", "blog", "v", "hr", "people"));
        references.add(new Reference("event", "hr", "nightly", "shop", "orders"));
        references.add(new Reference("view", "shop", "v", "information_schema", "TABLES"));
        references.add(new Reference("view", "shop", "v", "", ""));
        writes("app@%", "shop", "hr", "mysql");
        writes("clerk@%", "hr");

        GroupProposal proposal = GroupFinder.find(List.of("shop", "blog"), references, grants);

        assertThat(proposal.groups())
                .extracting(ProposedGroup::databases)
                .containsExactly(List.of("blog"), List.of("shop"));
        assertThat(proposal.groups()).allMatch(group -> group.accounts().isEmpty());
        assertThat(proposal.outside())
                .containsExactly(
                        "view blog.v → hr.people",
                        "event hr.nightly → shop.orders",
                        "view shop.v → hr.people",
                        "app@% writes to hr");
    }

    @Test
    void takesASpellingInAnotherCaseForTheSameDatabaseUnlessBothExist() {
        refers("SHOP", "Crm");
        refers("blog", "Blog");

        assertThat(members("shop", "crm", "blog", "Blog", "BLOG"))
                .containsExactly(List.of("BLOG"), List.of("Blog", "blog"), List.of("crm", "shop"));
    }

    @Test
    void hasNoReasonToNameWhenASpellingInAnotherCaseIsTheDatabaseItself() {
        refers("shop", "SHOP");

        assertThat(groups("shop").get(0).reasons()).isEmpty();
    }

    @Test
    void givesNamesThatAPlanTakesEachOnlyOnce() {
        List<ProposedGroup> groups = groups(
                "shop", "Shop", "shop-2", "日本", "中国", "a b", "a`b", "a.b", "x".repeat(64), "x".repeat(63) + "y", "..");

        assertThat(groups).extracting(ProposedGroup::name).allMatch(name -> name.matches("[A-Za-z0-9_-]{1,56}"));
        assertThat(groups.stream().map(group -> group.name().toLowerCase(java.util.Locale.ROOT)))
                .doesNotHaveDuplicates()
                .contains("shop", "shop-2", "shop-2-2", "group", "group-2", "group-3", "a_b", "a_b-2", "a_b-3");
    }

    @Test
    void listsFewOfManyDatabases() {
        writes("app@%", "a", "b", "c", "d", "e", "f");
        writes("web@%", "a", "b", "c");

        assertThat(groups("a", "b", "c", "d", "e", "f").get(0).reasons())
                .containsExactly("app@% writes to a, b, c, d and 2 others", "web@% writes to a, b and c");
    }

    @Test
    void saysTheSameWhateverTheOrder() {
        for (int number = 0; number < 40; number++) {
            refers("d" + number, "d" + number * 7 % 40);
            refers("d" + number, "x" + number % 3);
            writes("user" + number % 9 + "@%", "d" + number % 5, "d" + number % 4);
        }
        List<String> databases = new ArrayList<>(
                IntStream.range(0, 60).mapToObj(number -> "d" + number).toList());
        GroupProposal first = GroupFinder.find(databases, references, grants);
        Random random = new Random(7);

        for (int round = 0; round < 20; round++) {
            Collections.shuffle(databases, random);
            Collections.shuffle(references, random);
            Collections.shuffle(grants, random);
            assertThat(GroupFinder.find(databases, references, grants)).isEqualTo(first);
        }
    }

    @Test
    void hasNoGroupsWithoutDatabases() {
        assertThatCode(() -> assertThat(groups()).isEmpty()).doesNotThrowAnyException();
    }

    @Test
    @Timeout(20)
    void isQuickWithTenThousandDatabases() {
        List<String> databases = IntStream.range(0, 10_000)
                .mapToObj(number -> "database " + number)
                .toList();
        for (int number = 0; number < 10_000; number++) {
            refers("database " + number, "DATABASE " + (number + 1) % 5_000);
            writes("tenant" + number + "@%", "database " + number);
            grants.add(new WriteGrant(new AccountName("root", "%"), "database " + number, true));
        }
        // because others on this machine take their time too
        ThreadMXBean processor = ManagementFactory.getThreadMXBean();
        long begun = processor.getCurrentThreadCpuTime();

        GroupProposal proposal = GroupFinder.find(databases, references, grants);

        Duration taken = Duration.ofNanos(processor.getCurrentThreadCpuTime() - begun);
        assertThat(taken).isLessThan(Duration.ofSeconds(1));
        assertThat(proposal.groups()).hasSize(1);
        assertThat(proposal.groups().get(0).accounts()).hasSize(10_000);
    }
}
