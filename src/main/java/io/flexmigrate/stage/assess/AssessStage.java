package io.flexmigrate.stage.assess;

import io.flexmigrate.engine.Facts;
import io.flexmigrate.engine.Progress;
import io.flexmigrate.engine.Stage;
import io.flexmigrate.engine.StageBlockedException;
import io.flexmigrate.engine.StageLog;
import io.flexmigrate.engine.StageName;
import io.flexmigrate.engine.StageState;
import io.flexmigrate.model.Acceptance;
import io.flexmigrate.model.Catalogue;
import io.flexmigrate.model.Fact;
import io.flexmigrate.model.Finding;
import io.flexmigrate.mydumper.ToolVersion;
import io.flexmigrate.mysql.CertificateFile;
import io.flexmigrate.mysql.MySqlException;
import io.flexmigrate.mysql.MySqlServer;
import io.flexmigrate.mysql.Session;
import io.flexmigrate.plan.Plan;
import io.flexmigrate.planning.AssessmentResult;
import io.flexmigrate.process.ProcessException;
import io.flexmigrate.stage.Logins;
import io.flexmigrate.stage.Toolbox;
import io.flexmigrate.stage.account.ReplicationLogin;
import io.flexmigrate.stage.probe.Probed;
import io.flexmigrate.stage.probe.Probes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads both servers and the tools, asks every check, and goes on only when none of them blocks. */
public final class AssessStage implements Stage {

    /** However slow a server is, a question of an assessment is answered sooner, or the server hangs. */
    private static final Duration LONGEST_SILENCE = Duration.ofMinutes(2);

    private final Plan plan;
    private final Logins logins;
    private final MySqlServer source;
    private final MySqlServer target;
    private final Toolbox tools;
    private final Surroundings surroundings;

    public AssessStage(
            Plan plan,
            Logins logins,
            MySqlServer source,
            MySqlServer target,
            Toolbox tools,
            Surroundings surroundings) {
        this.plan = plan;
        this.logins = logins;
        this.source = source;
        this.target = target;
        this.tools = tools;
        this.surroundings = surroundings;
    }

    @Override
    public StageName name() {
        return StageName.ASSESS;
    }

    @Override
    public Set<Class<? extends Fact>> needs() {
        return Set.of();
    }

    /** Until the dump stands, time passes and the servers change: what holds now counts. */
    @Override
    public boolean isStale(Progress progress) {
        StageState dump = progress.state(StageName.DUMP);
        return dump == StageState.TO_DO || dump == StageState.STARTED;
    }

    @Override
    public Fact run(Facts facts, StageLog log) throws InterruptedException {
        Assessment seen = probed(read(), log);
        AssessmentResult result = new Results(plan, seen).result(findings(seen, log));
        surroundings.results().accept(result);
        Optional<Fact.Assessed> fact = fact(seen, result);
        if (result.isBlocked() || fact.isEmpty()) {
            throw new StageBlockedException(name(), result.findings(), fact.orElse(null));
        }
        return fact.get();
    }

    private List<Acceptance> acceptances(StageLog log) {
        return new Acceptances(surroundings.acceptances(), plan.accept()).remembered(log);
    }

    /** The rules of all its checks. */
    public static Catalogue catalogue() {
        return Checks.catalogue();
    }

    @Override
    public void settle(Facts facts, StageLog log) {
        surroundings.probes().settle(log);
    }

    private List<Finding> findings(Assessment seen, StageLog log) {
        List<Finding> findings = new ArrayList<>(seen.unreachable());
        findings.addAll(Checks.findings(plan, seen));
        findings.addAll(Checks.ofNetwork(plan, Addresses.of(plan, surroundings.names())));
        findings.addAll(new ReplicationPasswordCheck().findings(plan, logins));
        plan.source()
                .replication()
                .ca()
                .map(CertificateFile::new)
                .ifPresent(file -> findings.addAll(new ReplicationCertificatesCheck().findings(plan, file)));
        if (!isMade(log)) {
            seen.source().ifPresent(read -> findings.addAll(Checks.ofOwnAccount(plan, read)));
        }
        findings.addAll(Unreachable.missingParts(seen));
        return new AcceptedFindings(catalogue(), acceptances(log)).of(findings);
    }

    /** A run that is resumed before its dump stands finds the account that its PREPARE made. */
    private boolean isMade(StageLog log) {
        ReplicationLogin login = ReplicationLogin.of(plan, logins.replication(), source);
        return login.isMade(log) || login.isMade(log.of(StageName.PREPARE));
    }

    /** Tries nothing on servers of which it is known already that they do not fit. */
    private Assessment probed(Assessment seen, StageLog log) throws InterruptedException {
        if (!surroundings.probes().areWanted()) {
            return seen;
        }
        boolean fits = seen.source().isPresent()
                && seen.target().isPresent()
                && findings(seen, log).stream().noneMatch(Finding::blocks);
        return seen.with(
                fits
                        ? surroundings
                                .probes()
                                .probe(
                                        subject(
                                                seen.source().get(),
                                                seen.target().get()),
                                        log)
                        : Probed.nothing("Nothing is probed while other findings block."));
    }

    private static Probes.Subject subject(SourceInventory source, TargetInventory target) {
        return new Probes.Subject(
                source.tables(),
                source.databases(),
                source.server().version(),
                target.server().version());
    }

    /** Empty when what later stages rest on could not be read. */
    private static Optional<Fact.Assessed> fact(Assessment seen, AssessmentResult result) {
        if (seen.source().isEmpty() || seen.target().isEmpty()) {
            return Optional.empty();
        }
        try {
            SourceInventory source = seen.source().get();
            return Optional.of(new Fact.Assessed(
                    source.server().versionText(),
                    seen.target().get().server().versionText(),
                    seen.tools().mydumper().map(ToolVersion::number).orElse(""),
                    source.scope(),
                    source.tables(),
                    result.findings(),
                    result.forecast()));
        } catch (UnreadException unread) {
            return Optional.empty();
        }
    }

    private Assessment read() throws InterruptedException {
        List<Finding> unreachable = new ArrayList<>();
        Optional<SourceInventory> sourceSeen =
                reach(source, session -> new SourceReader(plan, session).read(), unreachable);
        Optional<TargetInventory> targetSeen =
                reach(target, session -> new TargetReader(plan, session).read(), unreachable);
        return new Assessment(sourceSeen, targetSeen, tools(), unreachable);
    }

    private static <T> Optional<T> reach(MySqlServer server, Function<Session, T> reading, List<Finding> unreachable) {
        try {
            return Optional.of(server.with(session -> {
                session.endureSilence(LONGEST_SILENCE);
                return reading.apply(session);
            }));
        } catch (MySqlException failure) {
            unreachable.add(Unreachable.finding(server.role(), failure));
            return Optional.empty();
        }
    }

    private ToolInventory tools() throws InterruptedException {
        Answer mydumper = ask(tools::mydumper);
        Answer myloader = ask(tools::myloader);
        return new ToolInventory(
                mydumper.version(),
                myloader.version(),
                mydumper.problem(),
                myloader.problem(),
                surroundings.usableBytes().getAsLong());
    }

    private record Answer(Optional<ToolVersion> version, String problem) {}

    private interface Question {
        ToolVersion ask() throws InterruptedException;
    }

    private static Answer ask(Question question) throws InterruptedException {
        try {
            return new Answer(Optional.of(question.ask()), "");
        } catch (ProcessException failure) {
            return new Answer(Optional.empty(), String.valueOf(failure.getMessage()));
        }
    }
}
