package io.flexmigrate.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flexmigrate.model.AccountName;
import io.flexmigrate.model.Secret;
import io.flexmigrate.plan.Plan.CutOver;
import io.flexmigrate.plan.Plan.Endpoint;
import io.flexmigrate.plan.Plan.Group;
import io.flexmigrate.plan.Plan.Scope;
import io.flexmigrate.plan.PlanDraft.GroupDraft;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlanWriterTest {

    private static final Path FILE = Path.of("plan.yaml").toAbsolutePath();
    private static final Group SHOP =
            new Group("shop", List.of("crm", "shop"), List.of(AccountName.parse("shop_app@%")), List.of());
    private static final Group BLOG = new Group("blog", List.of("blog"), List.of(), List.of());

    private static Plan sample() {
        return read(Plans.MINIMAL).plan();
    }

    private static Plan with(Scope scope, Group... groups) {
        Plan plan = sample();
        CutOver cutOver = plan.cutover();
        return new Plan(
                plan.name(),
                plan.purpose(),
                plan.source(),
                plan.target(),
                scope,
                plan.accounts(),
                plan.definers(),
                plan.dump(),
                plan.load(),
                plan.link(),
                plan.catchUp(),
                plan.watch(),
                plan.verify(),
                new CutOver(
                        cutOver.approval(),
                        cutOver.budget(),
                        cutOver.deadManAfter(),
                        cutOver.rehearsals(),
                        Plan.WayBack.NONE,
                        cutOver.watchStragglers(),
                        cutOver.onBlocker(),
                        List.of(groups)),
                plan.accept(),
                plan.probe(),
                plan.on());
    }

    private static Plan with(Group... groups) {
        return with(new Scope(List.of(), List.of()), groups);
    }

    private static PlanDraft draft(Plan plan) {
        return new PlanDraft(plan, List.of(), Map.of(), List.of());
    }

    private static PlanFile read(String text) {
        return new PlanReader().read(FILE, text);
    }

    @Test
    void writesWhatIsReadAsTheSamePlan() {
        Plan plan = with(new Scope(List.of("blog", "crm", "shop"), List.of()), SHOP, BLOG);

        assertThat(read(PlanWriter.write(draft(plan))).plan()).isEqualTo(plan);
    }

    @Test
    void leavesOutWhatAPlanMayLeaveOut() {
        Plan plan = with(new Group("all", List.of(), List.of(), List.of()));

        assertThat(read(PlanWriter.write(draft(plan))).plan()).isEqualTo(plan);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a b",
                "a`b",
                "a'b",
                "a\"b",
                "a, b",
                "[a]",
                "{a}",
                "a: b",
                "a #b",
                "#a",
                "- a",
                "!a",
                "&a",
                "*a",
                "%a",
                "@a",
                "null",
                "true",
                "yes",
                "123",
                "1e3",
                "0x1F",
                "2024-01-01",
                "~",
                "日本語",
                "a\\nb",
                "ends ",
                "?",
                "=",
                "<<",
                "a\u2028b",
                "a\u00A0b",
                "e\u0301",
                "x\uFFFDx",
                "a]b, c: [d",
                "...",
                "---",
                "a:",
                ": a"
            })
    void quotesWhateverADatabaseMayBeCalled(String name) {
        Plan plan = with(new Scope(List.of(name), List.of()), new Group("g", List.of(name), List.of(), List.of()));

        assertThat(read(PlanWriter.write(draft(plan))).plan()).isEqualTo(plan);
    }

    @Test
    void writesLongListsOnManyLines() {
        List<String> many =
                IntStream.range(0, 500).mapToObj(n -> "data, base " + n).toList();
        Plan plan = with(new Scope(many, List.of()), new Group("g", many, List.of(), List.of()));

        String text = PlanWriter.write(draft(plan));

        assertThat(read(text).plan()).isEqualTo(plan);
        assertThat(text.lines()).allMatch(line -> line.length() <= 150);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r", "\r\n", "\u0085", "\u2028", "\u2029"})
    void letsNoNameOutOfAComment(String end) {
        String hostile = "x" + end + "name: stolen" + end + "scope: { databases: [mine] }";
        Plan plan = with(SHOP);
        PlanDraft draft = new PlanDraft(
                plan,
                List.of(hostile),
                Map.of(
                        "source",
                        List.of(hostile),
                        "cutover.groups",
                        List.of(hostile),
                        "cutover.groups[0]",
                        List.of(hostile)),
                List.of(new GroupDraft(BLOG, List.of(hostile))));

        assertThat(read(PlanWriter.write(draft)).plan()).isEqualTo(plan);
    }

    @Test
    void saysWhatThereIsToSay() {
        PlanDraft draft = new PlanDraft(
                with(SHOP),
                List.of("What the file is."),
                Map.of(
                        "source", List.of("MySQL 8.0.15"),
                        "source.tls", List.of("speaks TLS"),
                        "source.binlog_retention", List.of("keeps them a day"),
                        "target", List.of("MySQL 8.0.36"),
                        "scope", List.of("3 databases"),
                        "cutover.groups", List.of("two groups"),
                        "cutover.groups[0]", List.of("foreign key shop.a.b → crm.c")),
                List.of());

        assertThat(PlanWriter.write(draft))
                .contains(
                        "# What the file is.\n",
                        "# MySQL 8.0.15\nsource:",
                        "  # speaks TLS\n  tls:",
                        "  # keeps them a day\n  binlog_retention: 2d",
                        "# MySQL 8.0.36\ntarget:",
                        "# 3 databases\nscope:",
                        "  # two groups\n  groups:",
                        "    # foreign key shop.a.b → crm.c\n    - name: shop");
    }

    @Test
    void writesOtherGroupsSoThatTheyOnlyNeedToBeUncommented() {
        PlanDraft draft = new PlanDraft(
                with(new Group("all", List.of("blog", "crm", "shop"), List.of(), List.of())),
                List.of(),
                Map.of(),
                List.of(new GroupDraft(BLOG, List.of()), new GroupDraft(SHOP, List.of("view crm.v → shop.t"))));
        String text = PlanWriter.write(draft);
        String block = text.substring(text.indexOf("  # groups:\n"), text.indexOf("\n  groups: "));

        String uncommented = text.substring(0, text.indexOf("  # groups:\n"))
                + Pattern.compile("(?m)^  # ").matcher(block).replaceAll("  ") + "\n";

        assertThat(read(uncommented).plan().cutover().groups()).containsExactly(BLOG, SHOP);
        assertThat(uncommented).contains("# view crm.v → shop.t");
    }

    @Test
    void saysFewOfVeryMuch() {
        List<String> reasons =
                IntStream.range(0, 1_000).mapToObj(n -> "reason " + n).toList();
        List<GroupDraft> groups = new ArrayList<>();
        for (int number = 0; number < 5_000; number++) {
            groups.add(new GroupDraft(new Group("g" + number, List.of("d" + number), List.of(), List.of()), reasons));
        }

        String text = PlanWriter.write(new PlanDraft(with(SHOP), List.of(), Map.of(), groups));

        assertThat(text).contains("... and 988 more", "... and 4800 more").hasSizeLessThan(200_000);
    }

    @Test
    void namesEveryKeyThatAPlanMayHave() throws Exception {
        Pattern key = Pattern.compile("([a-z_]+):(?= |\n)");
        String everything = Files.readString(Path.of("plans", "flexible-server.yaml"));

        assertThat(keys(key, PlanWriter.write(draft(with(SHOP))))).containsAll(keys(key, everything));
    }

    private static Set<String> keys(Pattern key, String text) {
        return text.lines()
                .map(line -> line.replaceFirst("^( *)# (?=[a-z_]+: )", "$1").replaceFirst(" # .*", ""))
                .filter(line -> !line.startsWith("#"))
                .flatMap(line -> key.matcher(line + "\n").results())
                .map(match -> match.group(1))
                .filter(word -> !word.equals("default"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void neverWritesASecret() {
        Plan plan = sample();
        Endpoint target = plan.target().endpoint();
        Plan literal = new Plan(
                plan.name(),
                plan.purpose(),
                plan.source(),
                new Plan.Target(
                        plan.target().kind(),
                        new Endpoint(
                                target.host(),
                                target.port(),
                                target.user(),
                                new SecretReference.Literal(new Secret("hunter2")),
                                target.tls()),
                        plan.target().replication()),
                plan.scope(),
                plan.accounts(),
                plan.definers(),
                plan.dump(),
                plan.load(),
                plan.link(),
                plan.catchUp(),
                plan.watch(),
                plan.verify(),
                plan.cutover(),
                plan.accept(),
                plan.probe(),
                plan.on());

        assertThatThrownBy(() -> PlanWriter.write(draft(literal)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void knowsWhatAPlanCanName() {
        assertThat(List.of("shop", "a b", "a`b", "日本", "a, b")).allMatch(PlanDraft::canName);
        assertThat(List.of("a\nb", "a\u0001b", "", "mysql", "\uD800")).noneMatch(PlanDraft::canName);
        assertThat(List.of(new AccountName("app", "%"), new AccountName("a@b", "10.%")))
                .allMatch(PlanDraft::canName);
        assertThat(List.of(new AccountName("a b", "%"), new AccountName("we'ird", "%")))
                .noneMatch(PlanDraft::canName);
    }
}
