package io.flexmigrate.lab;

import io.flexmigrate.engine.Event;
import io.flexmigrate.journal.FileJournal;
import io.flexmigrate.journal.RunDirectory;
import io.flexmigrate.plan.FlipHook;
import io.flexmigrate.plan.Plan;
import io.flexmigrate.plan.PlanReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The demo: a live shop moves from one server of this machine to another under {@code plans/demo.yaml}. */
final class Demo {

    private static final Path PLAN = Path.of("plans", "demo.yaml");
    private static final Path DIRECTORY = Path.of("target", "demo");
    private static final Path WORK_DIRECTORY = DIRECTORY.resolve("migrate-demo");
    private static final int CLIENTS_PORT = 17306;
    private static final int CLIENTS = 4;
    private static final int TRANSACTIONS_PER_SECOND = 400;
    private static final Duration BEFORE_AND_AFTER = Duration.ofSeconds(3);

    private final PrintStream out;
    private final Plan plan;
    private final int apiPort;

    private Demo(PrintStream out, Plan plan) {
        this.out = out;
        this.plan = plan;
        List<String> flip = ((FlipHook.Program)
                        plan.cutover().groups().get(0).flip().get(0))
                .hook()
                .run();
        this.apiPort = Integer.parseInt(flip.get(flip.size() - 1).replaceAll(".*:", ""));
    }

    /** Ends with 0 only when nothing was lost. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Locale.setDefault(Locale.ROOT);
        Plan plan = new PlanReader().read(PLAN).plan();
        System.exit(new Demo(System.out, plan).run());
    }

    private int run() throws IOException, InterruptedException {
        if (!portsAreFree()) {
            return 1;
        }
        Directories.delete(DIRECTORY);
        out.println("Starting MySQL " + LabVersion.MYSQL_8_0.number() + " twice: a source with a shop in it,"
                + " and a target that behaves like a flexible server ...");
        try (DemoServers servers = DemoServers.start(plan);
                HaProxy proxy = HaProxy.start(CLIENTS_PORT, apiPort, servers.source(), servers.target());
                Traffic traffic = Traffic.start(settings(servers, proxy))) {
            return migrate(servers, traffic);
        }
    }

    private int migrate(DemoServers servers, Traffic traffic) throws IOException, InterruptedException {
        out.println("  source 127.0.0.1:" + servers.source().port() + ", target 127.0.0.1:"
                + servers.target().port());
        out.println("  " + CLIENTS + " clients write " + TRANSACTIONS_PER_SECOND
                + " transactions/s through HAProxy at 127.0.0.1:" + CLIENTS_PORT);
        Instant began = Instant.now();
        Thread.sleep(BEFORE_AND_AFTER.toMillis());
        int exit = program(servers);
        Thread.sleep(BEFORE_AND_AFTER.toMillis());
        Duration wrote = Duration.between(began, Instant.now());
        TrafficReport seen = traffic.stop();
        if (exit != 0) {
            out.println("\nNOT GOOD: the migration ended with exit code " + exit + ".");
            return 1;
        }
        DemoReport report = report(servers, seen, wrote);
        report.print(out);
        return report.isGood() ? 0 : 1;
    }

    /** Runs the program as a person would. */
    private int program(DemoServers servers) throws IOException, InterruptedException {
        List<String> command =
                List.of("scripts/migrate", "run", PLAN.toString(), "--work-dir", WORK_DIRECTORY.toString());
        out.println("\n$ " + String.join(" ", command));
        ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
        builder.environment().putAll(servers.secrets());
        return builder.start().waitFor();
    }

    private DemoReport report(DemoServers servers, TrafficReport seen, Duration wrote) {
        List<Event> events = FileJournal.read(new RunDirectory(WORK_DIRECTORY)).events();
        DemoComparison comparison =
                new DemoComparison(servers.source().root(), servers.target().root(), servers.database());
        return new DemoReport(
                seen,
                wrote,
                events,
                seen.missingOn(servers.target().root()),
                seen.strangersOn(servers.target().root()),
                seen.tables().total(servers.target().root()),
                comparison.differences());
    }

    private static TrafficSettings settings(DemoServers servers, HaProxy proxy) {
        return new TrafficSettings(servers.application(), servers.database(), CLIENTS, TRANSACTIONS_PER_SECOND)
                .through("127.0.0.1", proxy.listenPort());
    }

    private boolean portsAreFree() {
        List<Integer> taken = new ArrayList<>(List.of(
                CLIENTS_PORT,
                plan.source().endpoint().port(),
                plan.target().endpoint().port(),
                apiPort));
        taken.removeIf(FreePort::isFree);
        if (!taken.isEmpty()) {
            out.println("The demo needs ports that somebody listens on already: " + taken
                    + ". End what listens there, or a demo that still runs.");
        }
        return taken.isEmpty();
    }
}
