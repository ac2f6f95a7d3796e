package io.flexmigrate.stage.cutover;

import io.flexmigrate.engine.Moves;
import io.flexmigrate.engine.StageLog;
import io.flexmigrate.engine.StageName;
import io.flexmigrate.model.AccountName;
import io.flexmigrate.model.Fact;
import io.flexmigrate.plan.Plan;
import io.flexmigrate.stage.accounts.AccountOpening;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The target: the copied accounts are opened, and what was closed there when the group went back. */
record TargetHome(Plan plan, AccountOpening accounts, Reopening reopening) implements NewHome {

    @Override
    public Ready ready(Plan.Group group, Fact.Assessed assessed, StageLog log) {
        AccountOpening.Ready copied = accounts.ready(toOpen(group, log), log);
        Ready closed = reopening.ready(group, assessed, log);
        return new Ready() {
            @Override
            public void open(StageLog ofThis) {
                closed.open(ofThis);
                copied.open(ofThis);
            }

            @Override
            public void finish(StageLog ofThis) {
                closed.finish(ofThis);
            }

            @Override
            public void close() {
                closed.close();
                copied.close();
            }
        };
    }

    /** The group's own; those that no group names go with the last one, because they may write anywhere. */
    private Predicate<AccountName> toOpen(Plan.Group group, StageLog log) {
        List<Plan.Group> groups = plan.cutover().groups();
        Moves moves = Moves.of(log.past(StageName.CUT_OVER));
        boolean isLast = groups.stream()
                .filter(other -> !other.name().equals(group.name()))
                .allMatch(other -> moves.isOpen(other.name()));
        Set<AccountName> named =
                groups.stream().flatMap(other -> other.accounts().stream()).collect(Collectors.toSet());
        return account -> group.accounts().contains(account) || (isLast && !named.contains(account));
    }
}
