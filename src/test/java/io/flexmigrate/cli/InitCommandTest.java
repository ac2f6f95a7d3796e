package io.flexmigrate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.plan.Plan;
import io.flexmigrate.plan.Plan.TlsMode;
import io.flexmigrate.plan.PlanDraft;
import io.flexmigrate.plan.PlanReader;
import io.flexmigrate.plan.PlanWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InitCommandTest {

    @TempDir
    private Path directory = Path.of("");

    private CommandLineRun init(String... more) {
        return new InitArguments(more)
                .with("--name", "shop")
                .with("--source-host", "127.0.0.1")
                .with("--source-port", 1)
                .with("--source-user", "migrate")
                .with("--source-password-file", directory.resolve("password"))
                .with("--target-host", "127.0.0.1")
                .with("--target-port", 2)
                .with("--target-user", "admin1")
                .with("--target-password-file", directory.resolve("password"))
                .with("--replication-user", "repl")
                .with("--replication-password-env", "REPL_PASSWORD")
                .with("-o", directory.resolve("plan.yaml"))
                .run();
    }

    @Test
    void namesEveryOptionThatIsMissingAtOnce() {
        CommandLineRun run =
                CommandLineRun.of("init", "-o", directory.resolve("plan.yaml").toString());

        assertThat(run.exit()).isEqualTo(ExitCode.USAGE.code());
        assertThat(run.err())
                .contains(
                        "missing: --name",
                        "missing: --source-host",
                        "missing: --source-user",
                        "missing: --source-password-env or --source-password-file",
                        "missing: --target-host",
                        "missing: --target-user",
                        "missing: --target-password-env or --target-password-file",
                        "missing: --replication-user",
                        "missing: --replication-password-env or --replication-password-file");
    }

    @Test
    void takesNoPasswordTwice() {
        assertThat(init("--source-password-env", "SOURCE_PASSWORD").err())
                .contains("only one of: --source-password-env or --source-password-file");
    }

    @Test
    void takesNoPasswordOnTheCommandLine() {
        assertThat(CommandLineRun.of("init", "--help").out()).doesNotContainPattern("--[a-z]+-password[ =]");
    }

    @Test
    void refusesWhatAPlanWouldRefuseByItsOption() {
        CommandLineRun run = init(
                "--name", "a b",
                "--source-host", "db1:3306",
                "--source-port", "0",
                "--target-user", "x\u0001",
                "--replication-host", "a/b",
                "--databases", "shop,mysql",
                "--source-tls-mode", "required",
                "--source-tls-ca", "ca.pem");

        assertThat(run.exit()).isEqualTo(ExitCode.USAGE.code());
        assertThat(run.err())
                .contains(
                        "--name: must be 1 to 56",
                        "--source-host: must be a host",
                        "--source-port: must be a whole number",
                        "--target-user: must be a text",
                        "--replication-host: must be a host",
                        "--databases: must be the name of a database",
                        "--source-tls-ca: is checked only with");
    }

    @Test
    void refusesATlsModeThatThereIsNot() {
        assertThat(init("--target-tls-mode", "strict").err()).contains("verify-identity", "is 'strict'");
    }

    @Test
    void leavesAFileAloneThatIsThereAlready() throws IOException {
        Path file = Files.writeString(directory.resolve("plan.yaml"), "mine");

        CommandLineRun run = init();

        assertThat(run.exit()).isEqualTo(ExitCode.USAGE.code());
        assertThat(run.err()).contains("plan.yaml is there already", "--force");
        assertThat(file).hasContent("mine");
    }

    @Test
    void refusesADirectoryThatIsNotThere() {
        assertThat(init("-o", directory.resolve("no/plan.yaml").toString()).err())
                .contains("There is no directory for");
    }

    @Test
    void namesBothPasswordsThatAreNotToBeHad() {
        CommandLineRun run = init();

        assertThat(run.exit()).isEqualTo(ExitCode.FAILED.code());
        assertThat(run.err())
                .contains("the secret of --source-password", "the secret of --target-password", "No plan was written");
    }

    @Test
    void namesBothServersThatDoNotAnswerAndWritesNothing() throws IOException {
        Files.writeString(directory.resolve("password"), "hunter2");

        CommandLineRun run = init();

        assertThat(run.exit()).isEqualTo(ExitCode.FAILED.code());
        assertThat(run.err())
                .contains(
                        "source: logging in to 127.0.0.1:1", "target: logging in to 127.0.0.1:2", "No plan was written")
                .doesNotContain("hunter2", "goes on from the stage");
        assertThat(directory.resolve("plan.yaml")).doesNotExist();
    }

    @Test
    void beginsWithWhatAPlanSaysWhenItSaysNothing() {
        Plan written = beginning().plan(TlsMode.PREFERRED, TlsMode.REQUIRED, Duration.ofDays(2), List.of());
        Plan read = new PlanReader().read(Path.of("plan.yaml"), """
                version: 1
                name: shop
                source: { host: db1, user: migrate, password: { env: A }, replication: { host: db1, user: repl, password: { env: C } } }
                target: { kind: flexible-server, host: db2, user: admin1, password: { env: B } }
                cutover: { way_back: none }
                """).plan();

        assertThat(written)
                .usingRecursiveComparison()
                .ignoringFields("cutover.groups")
                .isEqualTo(read);
    }

    private static PlanBeginning beginning() {
        ServerFlags source = server("--source", "db1", "migrate", "A", Optional.empty());
        return new PlanBeginning(
                "shop",
                source,
                server("--target", "db2", "admin1", "B", Optional.empty()),
                new Plan.Replication("db1", 3306, "repl", source("C").reference(path -> path), Optional.empty(), false),
                List.of(),
                new PlanDestination("plan.yaml", false));
    }

    private static PasswordFlags source(String variable) {
        return new PasswordFlags("--source", Optional.of(variable), Optional.empty());
    }

    private static ServerFlags server(String side, String host, String user, String variable, Optional<Path> ca) {
        return new ServerFlags(
                side,
                Optional.of(host),
                3306,
                Optional.of(user),
                new PasswordFlags(side, Optional.of(variable), Optional.empty()),
                Optional.empty(),
                ca);
    }

    @Test
    void neverFallsBackToAPlainConnectionWhereItMustNot() {
        Optional<Path> ca = Optional.of(Path.of("ca.pem"));

        assertThat(server("--target", "shop.MySQL.database.azure.com", "a", "A", Optional.empty())
                        .modes())
                .containsExactly(TlsMode.REQUIRED);
        assertThat(server("--target", "shop.mysql.database.azure.com", "a", "A", ca)
                        .modes())
                .containsExactly(TlsMode.VERIFY_IDENTITY);
        assertThat(server("--source", "db1", "a", "A", ca).modes()).containsExactly(TlsMode.VERIFY_CA);
        assertThat(server("--source", "db1", "a", "A", Optional.empty()).modes())
                .containsExactly(TlsMode.PREFERRED, TlsMode.DISABLED);
    }

    @Test
    void writesPathsRelativeToThePlan() {
        PlanDestination destination = new PlanDestination("plans/new/plan.yaml", false);

        assertThat(destination.written(Path.of("secrets/source"))).isEqualTo(Path.of("../../secrets/source"));
        assertThat(destination.written(Path.of("plans/new/source"))).isEqualTo(Path.of("source"));
        assertThat(destination.written(Path.of("/run/secrets/source"))).isEqualTo(Path.of("/run/secrets/source"));
    }

    @Test
    void replacesAFileOnlyByForce() throws IOException {
        Path file = Files.writeString(directory.resolve("plan.yaml"), "mine");

        new PlanDestination(file.toString(), true).write("theirs");

        assertThat(file).hasContent("theirs");
        assertThat(directory.toFile().list()).containsExactly("plan.yaml");
    }

    @Test
    void writesWhatItReadsBack() {
        Plan plan = beginning()
                .plan(
                        TlsMode.REQUIRED,
                        TlsMode.REQUIRED,
                        Duration.ofDays(3),
                        List.of(new Plan.Group("shop", List.of(), List.of(), List.of())));

        String text = PlanWriter.write(new PlanDraft(plan, List.of(), Map.of(), List.of()));

        assertThat(new PlanReader().read(Path.of("plan.yaml"), text).plan()).isEqualTo(plan);
    }
}
