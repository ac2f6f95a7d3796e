package io.flexmigrate.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.flexmigrate.lab.Lab;
import io.flexmigrate.lab.LabServer;
import io.flexmigrate.lab.LabVersion;
import io.flexmigrate.model.Secret;
import io.flexmigrate.model.TableRows;
import io.flexmigrate.mydumper.DefaultsFile;
import io.flexmigrate.mydumper.DumpCommand;
import io.flexmigrate.mydumper.DumpDirectory;
import io.flexmigrate.mydumper.DumpLog;
import io.flexmigrate.mydumper.DumpRequest;
import io.flexmigrate.mydumper.RowCount;
import io.flexmigrate.mydumper.Tool;
import io.flexmigrate.mydumper.ToolVersion;
import io.flexmigrate.mysql.MySqlServer;
import io.flexmigrate.mysql.RunningThreads;
import io.flexmigrate.mysql.Session;
import io.flexmigrate.mysql.Sql;
import io.flexmigrate.plan.Compression;
import io.flexmigrate.plan.LongQueries;
import io.flexmigrate.plan.Plan;
import io.flexmigrate.process.ProcessRunner;
import io.flexmigrate.time.SystemClock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ThrottleIT {

    private static final int DOUBLINGS = 20;
    private static final Duration LONG = Duration.ofMinutes(2);
    private static final Duration LOOK = Duration.ofMillis(100);
    private static final Plan.Tls ENCRYPTED = new Plan.Tls(Plan.TlsMode.REQUIRED, Optional.empty());
    private static final String MYDUMPER = System.getenv().getOrDefault("MIGRATE_MYDUMPER", Tool.MYDUMPER.program());

    private static final LabServer SERVER = Lab.start(LabVersion.MYSQL_8_0);

    @TempDir
    private Path directory;

    @BeforeAll
    static void fillServer() {
        SERVER.execute(
                "CREATE USER mig@'%' IDENTIFIED WITH mysql_native_password BY 'x'",
                "GRANT ALL ON *.* TO mig@'%'",
                "CREATE USER busy@'%' IDENTIFIED WITH mysql_native_password BY 'x'",
                "CREATE DATABASE shop",
                "CREATE TABLE shop.orders (id INT PRIMARY KEY AUTO_INCREMENT, note VARCHAR(250))",
                "INSERT INTO shop.orders (note) VALUES (REPEAT('x', 200))");
        for (int doubling = 0; doubling < DOUBLINGS; doubling++) {
            SERVER.execute("INSERT INTO shop.orders (note) SELECT note FROM shop.orders");
        }
    }

    @AfterAll
    static void stopServer() {
        SERVER.close();
    }

    @Test
    void keepsARealDumpToItsRateAndWhole() throws InterruptedException {
        // because a server that is given no time to wait would cut a tool that is stopped for longer than it breathes
        SERVER.execute("SET GLOBAL net_write_timeout = 12");
        long rate = 12_000_000;

        SystemClock.Stopwatch stopwatch = SystemClock.stopwatch();
        dump(0, rate);

        Duration elapsed = stopwatch.elapsed();
        long bytes = new DumpDirectory(directory.resolve("dump")).bytes();
        assertThat(bytes).isGreaterThan(200_000_000);
        assertThat(elapsed).isGreaterThan(Duration.ofSeconds(bytes / rate * 6 / 10));
        assertThat(rows()).isEqualTo(1L << DOUBLINGS);
    }

    @Test
    void waitsUntilTheSourceIsLessBusy() throws InterruptedException {
        SERVER.execute("SET GLOBAL net_write_timeout = 60");
        try (Session first = server("busy").open();
                Session second = server("busy").open()) {
            List<Thread> work = List.of(busy(first), busy(second));
            try (Session watch = server("mig").open()) {
                await().until(() -> new RunningThreads(watch).ofOthers() >= 2);
            }

            dump(1, 0);

            assertThat(work).as("the source was busy to the end").noneMatch(Thread::isAlive);
            assertThat(rows()).isEqualTo(1L << DOUBLINGS);
        }
    }

    private static Thread busy(Session session) {
        Thread work = new Thread(() -> session.query(Sql.of("being busy", "SELECT SLEEP(8)")));
        work.setDaemon(true);
        work.start();
        return work;
    }

    private void dump(int maxRunning, long maxRate) throws InterruptedException {
        Path output = directory.resolve("dump");
        ProcessRunner runner = ProcessRunner.real();
        try (Session watch = server("mig").open();
                DefaultsFile file = DefaultsFile.write(
                        directory, "mig", new Secret("x"), ENCRYPTED, "SET SESSION " + DefaultsFile.FRESH_STATISTICS);
                ToolRun tool = ToolRun.start(
                        "mydumper",
                        runner,
                        DumpCommand.of(ToolVersion.ask(runner, Tool.MYDUMPER, MYDUMPER), request(file.path(), output)),
                        line -> {},
                        DumpLog::read)) {
            Throttle throttle = new Throttle(planned(maxRunning, maxRate), watch);
            SystemClock.Stopwatch stopwatch = SystemClock.stopwatch();
            while (!tool.ends(LOOK)) {
                throttle.look(tool, new DumpDirectory(output).bytes());
                assertThat(stopwatch.elapsed()).isLessThan(LONG);
            }
            tool.requireSuccess("its log");
        }
    }

    private static DumpRequest request(Path defaultsFile, Path output) {
        return new DumpRequest(
                MYDUMPER,
                defaultsFile,
                SERVER.host(),
                SERVER.port(),
                ENCRYPTED,
                List.of("shop"),
                output,
                2,
                LONG,
                SERVER.version().number(),
                Optional.empty(),
                Compression.NONE);
    }

    private static Plan.Dump planned(int maxRunning, long maxRate) {
        return new Plan.Dump(
                Optional.empty(), 2, LONG, LONG, LongQueries.WAIT, false, Compression.NONE, maxRunning, maxRate);
    }

    private static MySqlServer server(String user) {
        return MySqlServer.connecting(SERVER.settings("source", user, new Secret("x")));
    }

    private long rows() throws InterruptedException {
        List<TableRows> tables = RowCount.of(new DumpDirectory(directory.resolve("dump")).tables(), 2);
        assertThat(tables).hasSize(1);
        return tables.get(0).rows();
    }
}
