package io.flexmigrate.stage.accounts;

import io.flexmigrate.engine.Facts;
import io.flexmigrate.engine.Observation;
import io.flexmigrate.engine.StageLog;
import io.flexmigrate.model.AccountName;
import io.flexmigrate.model.Fact;
import io.flexmigrate.model.ServerVersion;
import io.flexmigrate.mysql.AccountChanges;
import io.flexmigrate.mysql.AccountDefinition;
import io.flexmigrate.mysql.AccountDefinitions;
import io.flexmigrate.mysql.MySqlServer;
import io.flexmigrate.mysql.Session;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** Takes the copied accounts off the target again, those that are locked still: nobody can have come to live on them. */
public record AccountDropping(MySqlServer target) {

    /** Drops what the log says we made; may be done again. */
    public void drop(Facts facts, StageLog log) {
        SortedMap<AccountName, Boolean> ours = AccountLedger.of(log).ours();
        Optional<Fact.Assessed> assessed = facts.find(Fact.Assessed.class);
        if (ours.isEmpty() || assessed.isEmpty()) {
            return;
        }
        try (Session session = target.open()) {
            AccountDefinitions there = AccountDefinitions.read(
                    session, ServerVersion.parse(assessed.get().targetVersion()));
            List<AccountDefinition> present = ours.keySet().stream()
                    .flatMap(name -> there.find(name).stream())
                    .toList();
            leaveOpen(present, log);
            drop(present, session, log);
        }
    }

    private static void drop(List<AccountDefinition> present, Session session, StageLog log) {
        List<AccountName> locked = present.stream()
                .filter(AccountDefinition::locked)
                .map(AccountDefinition::name)
                .toList();
        if (!locked.isEmpty()) {
            log.intend(AccountLedger.DROP, AccountLedger.names(locked));
            session.execute(AccountChanges.drop(locked));
            log.reach(AccountLedger.DROP, AccountLedger.names(locked));
        }
    }

    private static void leaveOpen(List<AccountDefinition> present, StageLog log) {
        List<AccountName> open = present.stream()
                .filter(account -> !account.locked())
                .map(AccountDefinition::name)
                .toList();
        if (!open.isEmpty()) {
            log.observe(
                    Observation.WARNING.what(),
                    Map.of(
                            Observation.WARNING.key(),
                            "Somebody opened these copied accounts on the target, so they are left there: " + open));
        }
    }
}
