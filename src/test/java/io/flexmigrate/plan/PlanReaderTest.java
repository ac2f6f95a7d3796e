package io.flexmigrate.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.model.Acceptance;
import io.flexmigrate.model.AccountName;
import io.flexmigrate.model.Secret;
import io.flexmigrate.plan.Plan.Group;
import io.flexmigrate.plan.Plan.Hook;
import io.flexmigrate.plan.Plan.TargetKind;
import io.flexmigrate.plan.Plan.Tls;
import io.flexmigrate.plan.Plan.TlsMode;
import io.flexmigrate.plan.Plan.WayBack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlanReaderTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path directory;

    @SuppressWarnings("NullAway.Init") // set before each test
    private Plans plans;

    @BeforeEach
    void useTheDirectory() {
        plans = new Plans(directory);
    }

    @Test
    void readsWhatIsAccepted() {
        Plan plan = new Plans(directory).read(Plans.MINIMAL + """
                accept:
                  FM1043: small tables only
                  FM1042 shop.log: "nobody needs it"
                """).plan();

        assertThat(plan.accept())
                .containsExactlyInAnyOrder(
                        new Acceptance("FM1043", Optional.empty(), "small tables only"),
                        new Acceptance("FM1042", Optional.of("shop.log"), "nobody needs it"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo", "flexible-server", "hybrid-sync", "migration", "minimal", "multi-cloud-sync"})
    void readsTheSamplePlans(String name) {
        assertThat(new PlanReader()
                        .read(Path.of("plans", name + ".yaml"))
                        .plan()
                        .name())
                .isNotEmpty();
        assertThat(Path.of("plans").toFile().list((plans, file) -> file.endsWith(".yaml")))
                .hasSize(6);
    }

    @Test
    void readsTheSampleOfTheDesign() {
        Plan plan = plans.read(Plans.sample()).plan();

        assertThat(plan.name()).isEqualTo("shop");
        assertThat(plan.source().endpoint().tls())
                .isEqualTo(new Tls(TlsMode.VERIFY_IDENTITY, Optional.of(directory.resolve("certs/source-ca.pem"))));
        assertThat(plan.target().kind()).isEqualTo(TargetKind.FLEXIBLE_SERVER);
        assertThat(plan.target().endpoint().password()).isEqualTo(new SecretReference.Environment("TARGET_PASSWORD"));
        assertThat(plan.scope()).isEqualTo(new Plan.Scope(List.of("shop", "billing"), List.of("shop.tmp_*")));
        assertThat(plan.accounts()).isEqualTo(new Plan.Accounts(true, List.of("root", "backup"), Existing.KEEP));
        assertThat(plan.dump())
                .isEqualTo(new Plan.Dump(
                        Optional.empty(),
                        0,
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(60),
                        LongQueries.WAIT,
                        true,
                        Compression.NONE,
                        0,
                        0));
        assertThat(plan.load()).isEqualTo(new Plan.Load(Optional.empty(), 0, true, true));
        assertThat(plan.cutover().groups())
                .containsExactly(new Group(
                        "shop",
                        List.of("shop"),
                        List.of(new AccountName("shop_app", "%")),
                        List.of(new FlipHook.Program(new Hook(
                                List.of(
                                        directory
                                                .resolve("scripts/flip-haproxy")
                                                .toString(),
                                        "target"),
                                Duration.ofSeconds(30))))));
    }

    @Test
    void readsHowTheSourceReachesTheTarget() {
        String text = Plans.MINIMAL.replace(
                "target:", "target:\n  replication: { host: 10.0.0.4, port: 3307, user: back, ca: /etc/ca.pem }");

        assertThat(plans.read(text).plan().target().replication())
                .isEqualTo(new WayIn("10.0.0.4", 3307, "back", Optional.of("/etc/ca.pem")));
    }

    @Test
    void fillsInWhatAPlanLeavesOut() {
        Plan plan = plans.read(Plans.MINIMAL).plan();

        assertThat(plan.source().endpoint().port()).isEqualTo(3306);
        assertThat(plan.source().endpoint().tls()).isEqualTo(new Tls(TlsMode.PREFERRED, Optional.empty()));
        assertThat(plan.source().replication().port()).isEqualTo(3306);
        assertThat(plan.source().replication().ca()).isEmpty();
        assertThat(plan.source().binlogRetention()).isEqualTo(Duration.ofDays(2));
        assertThat(plan.target().endpoint().tls()).isEqualTo(new Tls(TlsMode.REQUIRED, Optional.empty()));
        assertThat(plan.target().replication())
                .isEqualTo(new WayIn(plan.target().endpoint().host(), 3306, "migrate_way_back", Optional.empty()));
        assertThat(plan.scope().isAll()).isTrue();
        assertThat(plan.accounts().copy()).isFalse();
        assertThat(plan.definers()).isEmpty();
        assertThat(plan.load()).isEqualTo(new Plan.Load(Optional.empty(), 0, true, true));
        assertThat(plan.catchUp())
                .isEqualTo(new Plan.CatchUp(Duration.ofSeconds(2), Duration.ofSeconds(10), Duration.ofDays(1), true));
        assertThat(plan.verify()).isEqualTo(new Plan.Verify(VerifyMode.FULL, 2, CutOverProof.REQUIRED, 0, 10));
        assertThat(plan.cutover())
                .isEqualTo(new Plan.CutOver(
                        Approval.MANUAL,
                        Duration.ofSeconds(3),
                        Duration.ofSeconds(5),
                        5,
                        WayBack.REQUIRED,
                        Duration.ofSeconds(30),
                        OnBlocker.WAIT,
                        List.of(new Group("shop", List.of(), List.of(), List.of()))));
    }

    @ParameterizedTest
    @CsvSource({
        "flexible-server, '{}',                    REQUIRED",
        "flexible-server, '{ ca: a.pem }',         VERIFY_IDENTITY",
        "flexible-server, '{ mode: disabled }',    DISABLED",
        "mysql,           '{}',                    PREFERRED",
        "mysql,           '{ ca: a.pem }',         VERIFY_CA",
        "mysql,           '{ mode: required }',    REQUIRED",
    })
    void choosesTheTlsModeThatIsRightForTheTarget(String kind, String tls, TlsMode expected) {
        String text = Plans.MINIMAL.replace("flexible-server", kind) + "  tls: " + tls + "\n";

        assertThat(plans.read(text).plan().target().endpoint().tls().mode()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"500ms, PT0.5S", "5s, PT5S", "2m, PT2M", "1h, PT1H"})
    void readsDurationsInEveryUnit(String text, Duration expected) {
        assertThat(plans.read(Plans.MINIMAL + "cutover: { budget: " + text + " }\n")
                        .plan()
                        .cutover()
                        .budget())
                .isEqualTo(expected);
    }

    @Test
    void readsSecretsByReferenceRelativeToThePlan() {
        String text = Plans.MINIMAL
                .replace("{ env: SOURCE_PASSWORD }", "{ file: secrets/source }")
                .replace("{ env: REPL_PASSWORD }", "{ command: [bin/secret, repl] }");
        Plan plan = plans.read(text).plan();

        assertThat(plan.source().endpoint().password())
                .isEqualTo(new SecretReference.FileContent(directory.resolve("secrets/source")));
        assertThat(plan.source().replication().password())
                .isEqualTo(new SecretReference.CommandOutput(
                        List.of(directory.resolve("bin/secret").toString(), "repl")));
    }

    @Test
    void readsALiteralSecretWhereThePlanAllowsItAndMasksItInTheFields() {
        String text = "allow_literal_secrets: true\n" + Plans.MINIMAL.replace("{ env: SOURCE_PASSWORD }", "12345");
        PlanFile file = plans.read(text);

        assertThat(file.plan().source().endpoint().password())
                .isEqualTo(new SecretReference.Literal(new Secret("12345")));
        assertThat(file.fields()).containsEntry("source.password", "***");
        assertThat(file.toString()).doesNotContain("12345");
    }

    @Test
    void keepsEveryScalarByItsDottedPath() {
        PlanFile file = plans.read(Plans.sample());

        assertThat(file.file()).isEqualTo(plans.file());
        assertThat(file.fields())
                .hasSize(41)
                .containsEntry("version", "1")
                .containsEntry("source.port", "3306")
                .containsEntry("source.password.env", "SOURCE_PASSWORD")
                .containsEntry("scope.databases[1]", "billing")
                .containsEntry("cutover.groups[0].accounts[0]", "shop_app@%")
                .containsEntry("cutover.groups[0].flip[0].run[1]", "target");
    }

    @Test
    void takesNamesThatYamlWouldReadAsSomethingElse() {
        Plan plan = plans.read(Plans.MINIMAL + "scope: { databases: [on, 2024, 1.5, 2024-01-01, \"null\"] }\n")
                .plan();

        assertThat(plan.scope().databases()).containsExactly("on", "2024", "1.5", "2024-01-01", "null");
    }

    @Test
    void readsAnAliasAsWhatItStandsFor() {
        String text = Plans.MINIMAL
                .replace("{ env: SOURCE_PASSWORD }", "&one { env: SAME }")
                .replace("{ env: TARGET_PASSWORD }", "*one");

        assertThat(plans.read(text).plan().target().endpoint().password())
                .isEqualTo(new SecretReference.Environment("SAME"));
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void readsEveryPlanWeShip(Path file) {
        assertThat(new PlanReader().read(file).fields()).containsEntry("version", "1");
    }

    static List<Path> shipped() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("plans"))) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }
}
