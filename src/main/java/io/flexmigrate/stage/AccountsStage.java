package io.flexmigrate.stage;

import io.flexmigrate.engine.Facts;
import io.flexmigrate.engine.Stage;
import io.flexmigrate.engine.StageFailedException;
import io.flexmigrate.engine.StageLog;
import io.flexmigrate.engine.StageName;
import io.flexmigrate.model.AccountName;
import io.flexmigrate.model.Fact;
import io.flexmigrate.mysql.Clients;
import io.flexmigrate.mysql.MySqlServer;
import io.flexmigrate.plan.Plan;
import io.flexmigrate.stage.drift.SourceDrift;
import java.util.List;
import java.util.Set;

/** Sees that the accounts which move are on the target; this version does not copy them, and says so in ASSESS. */
public final class AccountsStage implements Stage {

    private final Plan plan;
    private final MySqlServer target;
    private final SourceDrift drift;

    public AccountsStage(Plan plan, MySqlServer target, SourceDrift drift) {
        this.plan = plan;
        this.target = target;
        this.drift = drift;
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
        List<AccountName> accounts = plan.cutover().groups().stream()
                .flatMap(group -> group.accounts().stream())
                .toList();
        Set<AccountName> existing = target.with(session -> new Clients(session).existing(accounts));
        List<AccountName> missing =
                accounts.stream().filter(account -> !existing.contains(account)).toList();
        if (!missing.isEmpty()) {
            throw new StageFailedException(
                    "The target lacks the account(s) " + missing + ".",
                    "Create them there with the same passwords and privileges as on the source.");
        }
        return new Fact.AccountsReady(
                accounts.stream().map(AccountName::toString).toList(), drift.accounts(facts.get(Fact.Assessed.class)));
    }
}
