package io.flexmigrate.stage;

import io.flexmigrate.model.Secret;
import io.flexmigrate.mysql.ConnectionSettings;
import io.flexmigrate.mysql.MySqlServer;
import io.flexmigrate.mysql.Schema;
import io.flexmigrate.plan.Plan;
import io.flexmigrate.plan.PlanReader;
import io.flexmigrate.process.ProcessRunner;
import io.flexmigrate.stage.assess.Surroundings;
import io.flexmigrate.stage.canary.Canaries;
import io.flexmigrate.stage.cutover.Mandate;
import io.flexmigrate.stage.dump.GapFiller;
import io.flexmigrate.stage.load.TableLoading;
import io.flexmigrate.stage.probe.Probes;
import io.flexmigrate.stage.verify.TableComparisons;
import io.flexmigrate.testing.StageOrder;
import io.flexmigrate.time.Poll;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StagesTest {

    private static final Secret SECRET = new Secret("unused");

    @Test
    void standInOrderAndNeedOnlyWhatCameBefore(@TempDir Path directory) throws IOException {
        StageOrder.assertSound(stages(plan(directory), directory).all());
    }

    private static Stages stages(Plan plan, Path directory) {
        MySqlServer server = MySqlServer.connecting(
                new ConnectionSettings("source", "nowhere.invalid", 1, "nobody", SECRET, "DISABLED", Optional.empty()));
        ProcessRunner runner = ProcessRunner.describing(StagesTest::nobody);
        Logins logins = new Logins(SECRET, SECRET, SECRET);
        Toolbox tools = new Toolbox(runner, runner, new ToolPrograms("mydumper", "myloader"));
        Workspace workspace = new DescribedWorkspace(directory.resolve("dump"), directory, action -> {});
        return new Stages(
                plan,
                Mandate.none(),
                logins,
                server,
                server,
                tools,
                workspace,
                group -> List.of(),
                Canaries.live(logins::of),
                new Surroundings(() -> 0, host -> List.of(), result -> {}, List.of(), Probes.none()),
                duration -> {},
                Poll.describing(StagesTest::nobody),
                Link.described(server, action -> {}),
                assessed -> List.of(),
                TableComparisons.described(action -> {}),
                TableLoading.described(
                        new TableLoading.Kit(plan, logins, server, tools, workspace, duration -> {}), action -> {}),
                session -> Schema.listed(session, database -> true),
                GapFiller.none());
    }

    private static void nobody(String line) {
        // because what a dry run would say is another test's matter
    }

    private static Plan plan(Path directory) throws IOException {
        return new PlanReader()
                .read(Files.writeString(directory.resolve("plan.yaml"), """
                        version: 1
                        name: shop
                        source:
                          host: db1
                          user: migrate
                          password: { env: SOURCE_PASSWORD }
                          replication: { host: db1, user: repl, password: { env: REPL_PASSWORD } }
                        target:
                          kind: flexible-server
                          host: shop.mysql.database.azure.com
                          user: admin1
                          password: { env: TARGET_PASSWORD }
                        """))
                .plan();
    }
}
