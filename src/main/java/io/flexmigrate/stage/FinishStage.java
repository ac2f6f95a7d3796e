package io.flexmigrate.stage;

import io.flexmigrate.engine.Facts;
import io.flexmigrate.engine.Stage;
import io.flexmigrate.engine.StageFailedException;
import io.flexmigrate.engine.StageLog;
import io.flexmigrate.engine.StageName;
import io.flexmigrate.engine.Step;
import io.flexmigrate.engine.UncertainException;
import io.flexmigrate.model.AccountName;
import io.flexmigrate.model.BinlogCoordinates;
import io.flexmigrate.model.Fact;
import io.flexmigrate.mysql.Binlog;
import io.flexmigrate.mysql.Databases;
import io.flexmigrate.mysql.Dialect;
import io.flexmigrate.mysql.MySqlException;
import io.flexmigrate.mysql.MySqlServer;
import io.flexmigrate.mysql.Replica;
import io.flexmigrate.mysql.ReplicationChannel;
import io.flexmigrate.mysql.Session;
import io.flexmigrate.plan.Plan;
import io.flexmigrate.stage.account.ReplicationLogin;
import io.flexmigrate.stage.evidence.ClosedGroups;
import io.flexmigrate.stage.evidence.ClosingLook;
import io.flexmigrate.stage.evidence.SourceWrites;
import io.flexmigrate.stage.lag.LagWatching;
import io.flexmigrate.stage.lag.RetentionRaise;
import io.flexmigrate.stage.link.Channels;
import io.flexmigrate.stage.link.ScopeFilter;
import io.flexmigrate.stage.wayback.WayBack;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Ends the migration: the link goes, events run on the target, statistics are renewed, the source's settings are restored. */
public final class FinishStage implements Stage {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Plan plan;
    private final MySqlServer source;
    private final MySqlServer target;
    private final ReplicationLogin login;
    private final WayBack wayBack;

    public FinishStage(Plan plan, MySqlServer source, MySqlServer target, ReplicationLogin login, WayBack wayBack) {
        this.plan = plan;
        this.source = source;
        this.target = target;
        this.login = login;
        this.wayBack = wayBack;
    }

    @Override
    public StageName name() {
        return StageName.FINISH;
    }

    @Override
    public Set<Class<? extends Fact>> needs() {
        return Set.of(
                Fact.Assessed.class, Fact.Prepared.class, Fact.Dumped.class, Fact.Linked.class, Fact.CutOver.class);
    }

    @Override
    public Fact run(Facts facts, StageLog log) {
        Fact.Assessed assessed = facts.get(Fact.Assessed.class);
        List<String> notes = new ArrayList<>();
        requireNothingAfter(facts.get(Fact.CutOver.class), assessed, log, notes);
        new ClosingLook(source, target, new ClosedGroups(plan, source)).take(facts.get(Fact.CutOver.class), log);
        removeLink(LinkStage.dialect(assessed.targetVersion()), facts.get(Fact.Linked.class), fence(facts), log);
        LagWatching.removeLeftovers(plan.name(), target, log);
        dropLogin(log, notes);
        log.intend(Step.of("enable-events"), Map.of());
        List<String> enabled = new EventActivation(source, target)
                .enable(assessed.databases(), facts.get(Fact.Dumped.class).objects(), notes);
        log.reach(Step.of("enable-events"), Map.of("events", Integer.toString(enabled.size())));
        analyze(assessed, notes);
        restoreSource(facts.get(Fact.Prepared.class), log, notes);
        tellOfWayBack(log, notes);
        return new Fact.Finished(enabled, notes);
    }

    private static BinlogCoordinates fence(Facts facts) {
        return facts.get(Fact.CutOver.class).lastFence().orElseThrow();
    }

    /** Before the link goes: what the source wrote after the fence would be lost to the target. */
    private void requireNothingAfter(Fact.CutOver cutOver, Fact.Assessed assessed, StageLog log, List<String> notes) {
        BinlogCoordinates fence = cutOver.lastFence().orElseThrow();
        try (Session session = source.open()) {
            Binlog binlog = new Binlog(session, LinkStage.dialect(assessed.sourceVersion()));
            List<String> changes = new SourceWrites(binlog, WayBack.serverIds(log)).after(cutOver.moves());
            if (!changes.isEmpty()) {
                throw new UncertainException(
                        "The source wrote after the fence at " + fence + " (" + String.join(", ", changes)
                                + "), so the link is kept.",
                        "Look at SHOW BINLOG EVENTS on the source. When the target has all that is yours, finish by hand there:\n"
                                + Channels.removal(plan, LinkStage.dialect(assessed.targetVersion())));
            }
        } catch (MySqlException unreachable) {
            notes.add("It was not checked that the source wrote nothing after the fence: " + unreachable.getMessage());
        }
    }

    /** It stays, because only a person knows when nobody will want to go back any more. */
    private void tellOfWayBack(StageLog log, List<String> notes) {
        try {
            wayBack.standing(log)
                    .ifPresent(removal -> notes.add(
                            "The way back stands: the source follows the target. When nobody will want to go back any more,"
                                    + " remove it:\n" + removal));
        } catch (MySqlException unreachable) {
            notes.add("It was not seen whether the way back stands: " + unreachable.getMessage());
        }
    }

    private void removeLink(Dialect dialect, Fact.Linked made, BinlogCoordinates fence, StageLog log) {
        try (Session session = target.open()) {
            Replica replica = new Replica(session, dialect);
            boolean linked = replica.status()
                    .map(status -> !status.sourceHost().isEmpty())
                    .orElse(false);
            if (!linked && log.hasIntended(Step.of("remove-link"))) {
                log.reach(Step.of("remove-link"), Map.of());
                return;
            }
            boolean applied =
                    replica.status().map(status -> status.hasApplied(fence)).orElse(false);
            if (linked && !applied && !replica.awaitApplied(fence, PATIENCE)) {
                throw new StageFailedException(
                        "The target has not applied the fence position " + fence + ", so its link is kept.",
                        "See SHOW REPLICA STATUS on the target; then run the same command again.");
            }
            log.intend(Step.of("remove-link"), Map.of());
            ReplicationChannel channel = Channels.of(plan, session, dialect);
            channel.stop();
            channel.remove();
            made.filterBefore().ifPresent(before -> ScopeFilter.restore(session, dialect, before));
            log.reach(Step.of("remove-link"), Map.of());
        }
    }

    /** A source that refuses writes since the cut-over refuses this too, and it is not made writable for it. */
    private void dropLogin(StageLog log, List<String> notes) {
        try {
            login.drop(log);
        } catch (MySqlException refused) {
            String account = new AccountName(login.place().user(), "%").quoted();
            notes.add("The replication account that this run made is still on the source: " + refused.getMessage()
                    + ". Nobody knows its password. When the source takes writes again: DROP USER IF EXISTS " + account
                    + ";");
        }
    }

    private void analyze(Fact.Assessed assessed, List<String> notes) {
        try (Session session = target.open()) {
            Databases databases = new Databases(session);
            assessed.tables().forEach(table -> databases.analyze(table.name()));
        } catch (MySqlException refused) {
            notes.add("The statistics of the target were not all renewed: " + refused.getMessage());
        }
    }

    private void restoreSource(Fact.Prepared prepared, StageLog log, List<String> notes) {
        Map<String, String> previous = new TreeMap<>(RetentionRaise.originals(log.past(StageName.CATCH_UP)));
        previous.putAll(prepared.previousSettings()); // because those are older
        try {
            new SourceSettings(source).restore(previous, log);
        } catch (MySqlException refused) {
            notes.add("The source's settings " + previous + " were not restored: " + refused.getMessage());
        }
    }
}
