package io.flexmigrate.stage;

import io.flexmigrate.engine.Crossing;
import io.flexmigrate.engine.Stage;
import io.flexmigrate.engine.StageName;
import io.flexmigrate.model.Catalogue;
import io.flexmigrate.model.Rule;
import io.flexmigrate.mysql.MySqlServer;
import io.flexmigrate.mysql.Schema;
import io.flexmigrate.mysql.Session;
import io.flexmigrate.plan.Plan;
import io.flexmigrate.stage.account.ReplicationLogin;
import io.flexmigrate.stage.accounts.AccountCopy;
import io.flexmigrate.stage.accounts.AccountOpening;
import io.flexmigrate.stage.assess.AssessStage;
import io.flexmigrate.stage.assess.Surroundings;
import io.flexmigrate.stage.canary.Canaries;
import io.flexmigrate.stage.cutover.Aftermath;
import io.flexmigrate.stage.cutover.CutOverStage;
import io.flexmigrate.stage.cutover.Mandate;
import io.flexmigrate.stage.cutover.Passage;
import io.flexmigrate.stage.cutover.PreparationBack;
import io.flexmigrate.stage.cutover.PreparationOver;
import io.flexmigrate.stage.cutover.Route;
import io.flexmigrate.stage.drift.SourceDrift;
import io.flexmigrate.stage.dump.DumpStage;
import io.flexmigrate.stage.dump.GapFiller;
import io.flexmigrate.stage.dump.Snapshot;
import io.flexmigrate.stage.fidelity.Fidelity;
import io.flexmigrate.stage.fidelity.FidelityCheck;
import io.flexmigrate.stage.flip.Flips;
import io.flexmigrate.stage.link.LinkWork;
import io.flexmigrate.stage.load.LoadStage;
import io.flexmigrate.stage.load.TableLoading;
import io.flexmigrate.stage.verify.TableComparisons;
import io.flexmigrate.stage.verify.VerifyStage;
import io.flexmigrate.stage.wayback.WayBack;
import io.flexmigrate.time.Pause;
import io.flexmigrate.time.Poll;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The stages of a migration in order, made of the ports they are given: real ones for a run, describing ones for a dry run.
 *
 * @param mandate what is wanted of the cut-over now
 * @param flips send the clients to the target
 * @param canaries tell what clients see of it
 * @param schema reads all definitions of the source, or for a dry run no more of them than it says
 * @param filler dumps what mydumper would spoil
 * @param surroundings what ASSESS knows beside the servers and the tools
 */
public record Stages(
        Plan plan,
        Mandate mandate,
        Logins logins,
        MySqlServer source,
        MySqlServer target,
        Toolbox tools,
        Workspace workspace,
        Flips flips,
        Canaries canaries,
        Surroundings surroundings,
        Pause pause,
        Poll poll,
        Link.Opener links,
        Fidelity fidelity,
        TableComparisons comparisons,
        TableLoading loading,
        Function<Session, Schema> schema,
        GapFiller filler) {

    /** What is done only when the writes move. */
    private static final Set<StageName> MOVES = EnumSet.of(StageName.CUT_OVER, StageName.FINISH);

    /** All of them, ASSESS first; without the last two where the target stays a replica. */
    public List<Stage> all() {
        return Stream.of(
                        new AssessStage(plan, logins, source, target, tools, surroundings),
                        new PrepareStage(plan, source, login()),
                        dump(),
                        new LoadStage(plan, source, target, loading, fidelityCheck()),
                        new AccountsStage(plan, target, drift(), copy()),
                        new LinkStage(link(), patience()),
                        new CatchUpStage(plan, source, target, links, link(), patience(), poll),
                        new VerifyStage(plan, comparisons, fidelityCheck(), link(), patience()),
                        cutOver(),
                        new FinishStage(plan, source, target, login(), wayBack()))
                .filter(stage -> plan.purpose() == Plan.Purpose.MIGRATION || !MOVES.contains(stage.name()))
                .toList();
    }

    /** The rules of all stages. */
    public static Catalogue catalogue() {
        List<Rule> rules = new ArrayList<>(AssessStage.catalogue().rules().values());
        rules.add(LinkStage.KEPT);
        rules.addAll(CutOverStage.rules());
        return Catalogue.of(rules);
    }

    private Stage dump() {
        return new DumpStage(
                source,
                tools,
                workspace,
                new Snapshot(plan, logins, source, tools, workspace, lock(), poll),
                filler,
                pause,
                schema);
    }

    private Stage cutOver() {
        Link.Opener backwards = wayBack().links();
        Route over = new Route(plan, Crossing.Way.OVER, source, target, links, comparisons, pause);
        Route back =
                new Route(plan, Crossing.Way.BACK, target, source, backwards, comparisons.backwards(backwards), pause);
        return new CutOverStage(
                plan,
                mandate,
                new Passage(
                        over,
                        new PreparationOver(plan, copy(), drift(), wayBack(), mandate.reach()),
                        Aftermath.over(over, back, flips, new AccountOpening(target)),
                        canaries),
                new Passage(back, new PreparationBack(wayBack()), Aftermath.back(back, over, flips), canaries));
    }

    private WayBack wayBack() {
        return new WayBack(plan, source, target, poll);
    }

    private AccountCopy copy() {
        return new AccountCopy(plan, source, target);
    }

    private FidelityCheck fidelityCheck() {
        return new FidelityCheck(fidelity, drift(), links);
    }

    private LinkWork link() {
        return new LinkWork(plan, source, target, login(), poll);
    }

    private Patience patience() {
        return new Patience(plan.link().retryFor(), pause);
    }

    private SourceDrift drift() {
        return new SourceDrift(plan, source, schema);
    }

    private SnapshotLock lock() {
        return new SnapshotLock(source, pause, plan.cutover().deadManAfter());
    }

    private ReplicationLogin login() {
        return ReplicationLogin.of(plan, logins.replication(), source);
    }
}
