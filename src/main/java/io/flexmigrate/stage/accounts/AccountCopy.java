package io.flexmigrate.stage.accounts;

import io.flexmigrate.engine.Event;
import io.flexmigrate.engine.Observation;
import io.flexmigrate.engine.StageLog;
import io.flexmigrate.model.AccountName;
import io.flexmigrate.model.Fact;
import io.flexmigrate.model.ServerVersion;
import io.flexmigrate.mysql.AccountChanges;
import io.flexmigrate.mysql.AccountDefinition;
import io.flexmigrate.mysql.AccountDefinitions;
import io.flexmigrate.mysql.MySqlException;
import io.flexmigrate.mysql.MySqlServer;
import io.flexmigrate.mysql.Session;
import io.flexmigrate.mysql.Sql;
import io.flexmigrate.plan.Existing;
import io.flexmigrate.plan.Plan;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Copies the source's accounts to the target, locked, and brings copies that are there up to date; never changes an account
 * that the target had before, beyond granting where the plan says so.
 */
public record AccountCopy(Plan plan, MySqlServer source, MySqlServer target) {

    /** What the observation of everything that stays behind is called. */
    public static final String LEFT_OUT = "left-out-of-accounts";

    /**
     * Copies what can be copied; may be done again at any time before the writes move.
     *
     * @return the accounts that are on the target now, by us or already
     * @throws MySqlException when a server is gone, or does not let us read its accounts
     */
    public List<AccountName> run(Fact.Assessed assessed, StageLog log) {
        AccountDefinitions there =
                source.with(session -> AccountDefinitions.read(session, ServerVersion.parse(assessed.sourceVersion())));
        try (Session session = target.open()) {
            session.execute(
                    Sql.of("choosing how statements are read", "SET SESSION sql_mode = 'NO_ENGINE_SUBSTITUTION'"));
            TargetFace face = TargetFace.read(session, ServerVersion.parse(assessed.targetVersion()));
            CopyPlan copy = new Selection(plan, assessed.databases(), face).of(there);
            return new Work(session, face, copy, log).run();
        }
    }

    private final class Work {

        private final Session session;
        private final TargetFace face;
        private final CopyPlan copy;
        private final StageLog log;
        private final List<Omission> omissions;

        Work(Session session, TargetFace face, CopyPlan copy, StageLog log) {
            this.session = session;
            this.face = face;
            this.copy = copy;
            this.log = log;
            this.omissions = new ArrayList<>(copy.omissions());
        }

        List<AccountName> run() {
            disown();
            dropGone();
            Set<AccountName> ours = ledger().ours().keySet();
            Set<AccountName> moved = AccountLedger.opened(log);
            boolean merges = plan.accounts().existing() == Existing.MERGE;
            List<AccountTask> tasks = copy.accounts().stream()
                    .filter(account -> !moved.contains(account.name()))
                    .map(account ->
                            new AccountTask(account, present(account.name()), ours.contains(account.name()), merges))
                    .toList();
            Set<AccountName> refused = create(tasks);
            lockAgain();
            List<AccountName> copied = new ArrayList<>(moved);
            for (AccountTask task : tasks) {
                AccountDefinition account = task.wanted();
                if (!refused.contains(account.name())) {
                    task.changes().forEach(change -> attempt(account, change, change.purpose()));
                    copied.add(account.name());
                }
            }
            tellLocks();
            tellOmissions();
            return copied;
        }

        private AccountLedger ledger() {
            return AccountLedger.of(log);
        }

        private Optional<AccountDefinition> present(AccountName name) {
            return face.accounts().find(name);
        }

        /** One that we were about to make and that can log in is not ours: what we make is locked from its first instant. */
        private void disown() {
            AccountLedger ledger = ledger();
            List<AccountName> strangers = ledger.ours().keySet().stream()
                    .filter(name -> !ledger.certain().contains(name))
                    .filter(name ->
                            present(name).filter(account -> !account.locked()).isPresent())
                    .toList();
            if (!strangers.isEmpty()) {
                log.reach(AccountLedger.DISOWN, AccountLedger.names(strangers));
            }
        }

        /** Those of ours that the source does not have any more. */
        private void dropGone() {
            Set<AccountName> gone = new HashSet<>(ledger().ours().keySet());
            copy.accounts().forEach(account -> gone.remove(account.name()));
            if (!gone.isEmpty()) {
                log.intend(AccountLedger.DROP, AccountLedger.names(gone));
                session.execute(AccountChanges.drop(gone));
                log.reach(AccountLedger.DROP, AccountLedger.names(gone));
            }
        }

        /** Makes those that are not there, and says which the target refused. */
        private Set<AccountName> create(List<AccountTask> tasks) {
            List<AccountTask> missing =
                    tasks.stream().filter(task -> task.present().isEmpty()).toList();
            Set<AccountName> refused = new HashSet<>();
            if (missing.isEmpty()) {
                return refused;
            }
            log.intend(
                    AccountLedger.CREATE,
                    AccountLedger.details(
                            missing.stream().map(AccountTask::wanted).toList()));
            missing.forEach(task ->
                    attempt(task.wanted(), task.creation(), Omission.WHOLE).ifPresent(refused::add));
            log.reach(AccountLedger.CREATE, Map.of());
            if (!refused.isEmpty()) {
                log.reach(AccountLedger.DISOWN, AccountLedger.names(refused));
            }
            return refused;
        }

        /** Somebody may have unlocked one of ours, which could then write too soon. */
        private void lockAgain() {
            Collection<AccountName> open = ledger().ours().keySet().stream()
                    .filter(name ->
                            present(name).filter(account -> !account.locked()).isPresent())
                    .toList();
            if (!open.isEmpty()) {
                session.execute(AccountChanges.lock(open));
                warn("These copied accounts were unlocked on the target before the writes moved, and are locked again: "
                        + open);
            }
        }

        /** What the target refuses is left out and told; the account it was about, if so. */
        private Optional<AccountName> attempt(AccountDefinition account, Sql change, String what) {
            try {
                session.execute(change);
                return Optional.empty();
            } catch (MySqlException refused) {
                if (refused.isConnectionLost()) {
                    throw refused;
                }
                omissions.add(
                        new Omission(account.name(), what, "The target refused: " + refused.getMessage() + ".", ""));
                return Optional.of(account.name());
            }
        }

        /** What was locked or unlocked on the source since the account was copied. */
        private void tellLocks() {
            Map<AccountName, Boolean> known = ledger().ours();
            List<AccountDefinition> changed = copy.accounts().stream()
                    .filter(account -> known.containsKey(account.name())
                            && known.get(account.name()).equals(account.locked()))
                    .toList();
            if (!changed.isEmpty()) {
                log.observe(AccountLedger.LOCKS, AccountLedger.details(changed));
            }
        }

        private void tellOmissions() {
            Map<String, String> told = new HashMap<>();
            omissions.forEach(omission -> told.merge(omission.subject(), omission.words(), (one, other) -> one));
            if (!told.isEmpty() && !told.equals(lastTold())) {
                log.observe(LEFT_OUT, told);
                warn(told.size() + " thing(s) of the source's accounts are not on the target;"
                        + " migrate accounts lists them.");
            }
        }

        private Map<String, String> lastTold() {
            return log.past().stream()
                    .filter(event -> event instanceof Event.Observed observed
                            && observed.what().equals(LEFT_OUT))
                    .map(event -> ((Event.Observed) event).values())
                    .reduce(Map.of(), (earlier, later) -> later);
        }

        private void warn(String text) {
            log.observe(Observation.WARNING.what(), Map.of(Observation.WARNING.key(), text));
        }
    }
}
