package io.flexmigrate.cli;

import io.flexmigrate.engine.RunGuard;
import io.flexmigrate.engine.Stage;
import io.flexmigrate.journal.FileChunkLedger;
import io.flexmigrate.journal.RunDirectory;
import io.flexmigrate.model.Acceptance;
import io.flexmigrate.model.Action;
import io.flexmigrate.model.Secret;
import io.flexmigrate.mysql.ConnectionSettings;
import io.flexmigrate.mysql.MySqlServer;
import io.flexmigrate.mysql.Schema;
import io.flexmigrate.mysql.binlog.BinlogFollower;
import io.flexmigrate.plan.Plan;
import io.flexmigrate.plan.PlanFile;
import io.flexmigrate.plan.SecretReference;
import io.flexmigrate.planning.AssessmentResult;
import io.flexmigrate.process.ProcessRunner;
import io.flexmigrate.stage.DescribedWorkspace;
import io.flexmigrate.stage.DiskWorkspace;
import io.flexmigrate.stage.Link;
import io.flexmigrate.stage.Logins;
import io.flexmigrate.stage.Stages;
import io.flexmigrate.stage.ToolPrograms;
import io.flexmigrate.stage.Toolbox;
import io.flexmigrate.stage.Workspace;
import io.flexmigrate.stage.abort.Undoings;
import io.flexmigrate.stage.account.ReplicationLogin;
import io.flexmigrate.stage.assess.NameResolver;
import io.flexmigrate.stage.assess.Surroundings;
import io.flexmigrate.stage.canary.Canaries;
import io.flexmigrate.stage.cutover.Mandate;
import io.flexmigrate.stage.drift.SourceDrift;
import io.flexmigrate.stage.dump.GapFiller;
import io.flexmigrate.stage.fidelity.Fidelity;
import io.flexmigrate.stage.flip.Flips;
import io.flexmigrate.stage.link.EventSkip;
import io.flexmigrate.stage.load.TableLoading;
import io.flexmigrate.stage.probe.ProbeKit;
import io.flexmigrate.stage.probe.Probes;
import io.flexmigrate.stage.verify.LiveComparisons;
import io.flexmigrate.stage.verify.TableComparisons;
import io.flexmigrate.stage.watch.Alarm;
import io.flexmigrate.stage.watch.DriftNotes;
import io.flexmigrate.stage.watch.LinkWatch;
import io.flexmigrate.stage.wayback.WayBack;
import io.flexmigrate.time.Pause;
import io.flexmigrate.time.Poll;
import io.flexmigrate.time.SystemClock;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts the parts together: the same stages, with ports that act or ports that say. */
record Wiring(
        PlanFile planFile,
        RunDirectory directory,
        List<Acceptance> acceptances,
        Logins logins,
        Map<String, String> environment) {

    static Wiring of(
            PlanFile planFile, RunDirectory directory, List<Acceptance> acceptances, Map<String, String> environment)
            throws InterruptedException {
        Plan plan = planFile.plan();
        Secrets secrets = new Secrets(environment, ProcessRunner.real(), directoryOf(planFile));
        Logins logins = secrets.logins(plan);
        return new Wiring(planFile, directory, acceptances, logins, environment);
    }

    MySqlServer source() {
        return MySqlServer.connecting(sourceSettings());
    }

    MySqlServer target() {
        return MySqlServer.connecting(targetSettings());
    }

    private ConnectionSettings sourceSettings() {
        return settings("source", planFile.plan().source().endpoint(), logins.source());
    }

    private ConnectionSettings targetSettings() {
        return settings("target", planFile.plan().target().endpoint(), logins.target());
    }

    private static ConnectionSettings settings(String role, Plan.Endpoint endpoint, Secret password) {
        return new ConnectionSettings(
                role,
                endpoint.host(),
                endpoint.port(),
                endpoint.user(),
                password,
                endpoint.tls().mode().name(),
                endpoint.tls().ca());
    }

    /** Stages that act. */
    List<Stage> acting(Probes probes, Mandate mandate) {
        Consumer<AssessmentResult> results = unused -> {};
        MySqlServer source = source();
        MySqlServer target = target();
        Link.Opener links = Link.live(planFile.plan(), source, target);
        Pause pause = Pause.real();
        Toolbox tools = new Toolbox(programsRunner(), programsRunner(), programs());
        Workspace workspace = workspace();
        return new Stages(
                        planFile.plan(),
                        mandate,
                        logins,
                        source,
                        target,
                        tools,
                        workspace,
                        flips(workspace),
                        Canaries.live(logins::of),
                        new Surroundings(
                                () -> usableBytes(directory.root()),
                                NameResolver.ofThisMachine(),
                                results,
                                acceptances,
                                probes),
                        pause,
                        Poll.real(pause),
                        links,
                        Fidelity.live(source, target),
                        comparisons(source, target, links),
                        TableLoading.live(
                                new TableLoading.Kit(planFile.plan(), logins, target, tools, workspace, pause)),
                        session -> Schema.read(session, inScope()),
                        GapFiller.live(source, planFile.plan(), directory.dump(), omissions()))
                .all();
    }

    /** Stages that read, and say what they would do. */
    List<Stage> describing(Consumer<Action> sink, Consumer<AssessmentResult> results, Probes probes) {
        Consumer<String> waits = here(Action.Kind.WAIT, sink);
        MySqlServer source = MySqlServer.describing(source(), sink);
        MySqlServer target = MySqlServer.describing(target(), sink);
        Toolbox tools =
                new Toolbox(programsRunner(), ProcessRunner.describing(here(Action.Kind.COMMAND, sink)), programs());
        Workspace workspace = new DescribedWorkspace(directory.dump(), directory.temporary(), sink);
        Pause pause = duration -> waits.accept("pause for " + duration.toMillis() + " ms");
        return new Stages(
                        planFile.plan(),
                        Mandate.of(planFile.plan()),
                        logins,
                        source,
                        target,
                        tools,
                        workspace,
                        Flips.described(flips(workspace), sink),
                        Canaries.described(Canaries.live(logins::of), sink),
                        new Surroundings(
                                () -> usableBytes(directory.root()),
                                NameResolver.ofThisMachine(),
                                results,
                                acceptances,
                                probes),
                        pause,
                        Poll.describing(waits),
                        Link.described(source, sink),
                        Fidelity.described(sink),
                        TableComparisons.described(sink),
                        TableLoading.described(
                                new TableLoading.Kit(planFile.plan(), logins, target, tools, workspace, pause), sink),
                        session -> Schema.listed(session, inScope()),
                        GapFiller.described(source, directory.dump(), omissions(), sink))
                .all();
    }

    Workspace workspace() {
        return new DiskWorkspace(directory.dump(), directory.temporary(), directory.logs());
    }

    private Flips flips(Workspace workspace) {
        return Flips.live(
                planFile.plan(), logins::of, programsRunner(), directoryOf(planFile), workspace.toolLog("flip"));
    }

    private LiveComparisons comparisons(MySqlServer source, MySqlServer target, Link.Opener links) {
        return new LiveComparisons(
                new LiveComparisons.Side(source, BinlogFollower.following(sourceSettings())),
                new LiveComparisons.Side(target, BinlogFollower.following(targetSettings())),
                links,
                inScope(),
                start -> new FileChunkLedger(directory.ledger(start)));
    }

    /** Compares for real. */
    LiveComparisons comparisons() {
        MySqlServer source = source();
        MySqlServer target = target();
        return comparisons(source, target, Link.live(planFile.plan(), source, target));
    }

    /** Looks after the link; changes nothing. */
    LinkWatch linkWatch() {
        MySqlServer source = source();
        Plan plan = planFile.plan();
        DriftNotes drift =
                new DriftNotes(source, new SourceDrift(plan, source, session -> Schema.read(session, inScope())));
        return new LinkWatch(plan.watch(), Link.live(plan, source, target()), drift, wayBack(), SystemClock.wall());
    }

    Undoings undoings(boolean sourceIsGone, boolean dropsData) {
        Workspace workspace = workspace();
        return new Undoings(
                planFile.plan(), source(), target(), workspace, login(), wayBack(), sourceIsGone, dropsData);
    }

    private WayBack wayBack() {
        return new WayBack(planFile.plan(), source(), target(), Poll.real(Pause.real()));
    }

    EventSkip eventSkip() {
        return new EventSkip(planFile.plan(), source(), target(), Poll.real(Pause.real()));
    }

    private ReplicationLogin login() {
        return ReplicationLogin.of(planFile.plan(), logins.replication(), source());
    }

    Alarm alarm() {
        return new Alarm(planFile.plan(), programsRunner(), directoryOf(planFile));
    }

    /** Probes that act, also for stages that only say. */
    Probes probes(Set<Plan.Probe> kinds, RunGuard guard) {
        Pause pause = Pause.real();
        return Probes.real(
                kinds,
                new ProbeKit(
                        planFile.plan(),
                        logins,
                        source(),
                        target(),
                        new Toolbox(programsRunner(), programsRunner(), programs()),
                        new DiskWorkspace(directory.probe(), directory.temporary(), directory.logs()),
                        login(),
                        guard,
                        pause,
                        Poll.real(pause)));
    }

    private Predicate<String> inScope() {
        Plan.Scope scope = planFile.plan().scope();
        return database -> scope.isAll() || scope.databases().contains(database);
    }

    private Path omissions() {
        return directory.temporary().resolve("omissions.txt");
    }

    private static Consumer<String> here(Action.Kind kind, Consumer<Action> sink) {
        return text -> sink.accept(new Action(kind, Action.HERE, text));
    }

    /** Tools and hooks do not get the variables that hold our passwords, nor the one with the visitors' token. */
    ProcessRunner programsRunner() {
        Plan plan = planFile.plan();
        return ProcessRunner.withholding(Stream.concat(
                        Stream.of(ListenParameters.TOKEN),
                        SecretPlaces.everywhere(plan).stream()
                                .filter(SecretReference.Environment.class::isInstance)
                                .map(reference -> ((SecretReference.Environment) reference).variable()))
                .collect(Collectors.toSet()));
    }

    private ToolPrograms programs() {
        return new ToolPrograms(
                program(planFile.plan().dump().mydumper(), "MIGRATE_MYDUMPER", "mydumper"),
                program(planFile.plan().load().myloader(), "MIGRATE_MYLOADER", "myloader"));
    }

    private String program(Optional<String> planned, String variable, String usual) {
        return planned.or(() -> Optional.ofNullable(environment.get(variable))).orElse(usual);
    }

    static Path directoryOf(PlanFile planFile) {
        Path parent = planFile.file().toAbsolutePath().getParent();
        return parent == null ? Path.of("/") : parent;
    }

    /** Free space on the disk of the work directory, which need not be there yet; 0 when that cannot be told. */
    private static long usableBytes(Path root) {
        Path existing = root;
        while (existing != null && !existing.toFile().exists()) {
            existing = existing.getParent();
        }
        return existing == null ? 0 : existing.toFile().getUsableSpace();
    }
}
