package io.flexmigrate.stage;

import io.flexmigrate.engine.Facts;
import io.flexmigrate.engine.Moves;
import io.flexmigrate.engine.Progress;
import io.flexmigrate.engine.Stage;
import io.flexmigrate.engine.StageFailedException;
import io.flexmigrate.engine.StageLog;
import io.flexmigrate.engine.StageName;
import io.flexmigrate.model.AccountName;
import io.flexmigrate.model.Fact;
import io.flexmigrate.model.Fingerprints;
import io.flexmigrate.mysql.AccountDefinition;
import io.flexmigrate.mysql.Clients;
import io.flexmigrate.mysql.MySqlServer;
import io.flexmigrate.plan.Plan;
import io.flexmigrate.stage.accounts.AccountCopy;
import io.flexmigrate.stage.drift.SourceDrift;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Copies the accounts to the target where the plan says so, and sees that those of the groups are there. */
public final class AccountsStage implements Stage {

    private final Plan plan;
    private final MySqlServer target;
    private final SourceDrift drift;
    private final AccountCopy copy;

    public AccountsStage(Plan plan, MySqlServer target, SourceDrift drift, AccountCopy copy) {
        this.plan = plan;
        this.target = target;
        this.drift = drift;
        this.copy = copy;
    }

    @Override
    public StageName name() {
        return StageName.ACCOUNTS;
    }

    @Override
    public Set<Class<? extends Fact>> needs() {
        return Set.of(Fact.Assessed.class);
    }

    @Override
    public Fact run(Facts facts, StageLog log) {
        Fact.Assessed assessed = facts.get(Fact.Assessed.class);
        Set<AccountName> ready = new TreeSet<>(AccountDefinition.BY_NAME);
        // because what changes while they are copied is to be seen as a change
        Fingerprints onSource = drift.accounts(assessed);
        if (plan.accounts().copy()) {
            ready.addAll(copy.run(assessed, log));
        }
        requireThere(ready);
        return new Fact.AccountsReady(ready.stream().map(AccountName::toString).toList(), onSource);
    }

    private void requireThere(Set<AccountName> ready) {
        List<AccountName> open = plan.cutover().groups().stream()
                .flatMap(group -> group.accounts().stream())
                .filter(account -> !ready.contains(account))
                .toList();
        Set<AccountName> existing = target.with(session -> new Clients(session).existing(open));
        List<AccountName> missing =
                open.stream().filter(account -> !existing.contains(account)).toList();
        if (!missing.isEmpty()) {
            throw new StageFailedException(
                    "The target lacks the account(s) " + missing + ".",
                    "Create them there with the same passwords and privileges as on the source.");
        }
        ready.addAll(existing);
    }

    /** What changed on the source is brought over again, until the target takes the writes. */
    @Override
    public boolean isStale(Progress progress) {
        return plan.accounts().copy()
                && !Moves.of(progress.events(StageName.CUT_OVER)).isUnderWay()
                && !progress.isDone(StageName.CUT_OVER);
    }
}
