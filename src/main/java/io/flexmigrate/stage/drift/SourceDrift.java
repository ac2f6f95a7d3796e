package io.flexmigrate.stage.drift;

import io.flexmigrate.engine.Facts;
import io.flexmigrate.engine.Moves;
import io.flexmigrate.engine.Observation;
import io.flexmigrate.engine.StageLog;
import io.flexmigrate.engine.StageName;
import io.flexmigrate.model.AccountName;
import io.flexmigrate.model.Drift;
import io.flexmigrate.model.Fact;
import io.flexmigrate.model.Fingerprints;
import io.flexmigrate.model.ServerVersion;
import io.flexmigrate.mysql.AccountFingerprints;
import io.flexmigrate.mysql.MySqlException;
import io.flexmigrate.mysql.MySqlServer;
import io.flexmigrate.mysql.Schema;
import io.flexmigrate.mysql.Session;
import io.flexmigrate.plan.Plan;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What drifted on the source since the run looked at it.
 *
 * @param schema reads all definitions of the source
 */
public record SourceDrift(Plan plan, MySqlServer source, Function<Session, Schema> schema) {

    /** The accounts as they are now, but for one of ours; empty where they cannot be read. */
    public Fingerprints accounts(Fact.Assessed assessed) {
        Fingerprints all = source.with(
                session -> AccountFingerprints.read(session, ServerVersion.parse(assessed.sourceVersion())));
        Plan.Replication replication = plan.source().replication();
        return replication.create() ? all.without(name -> name.startsWith(replication.user() + "@")) : all;
    }

    /** Accounts and grants that changed since the stage ACCOUNTS. */
    public Drift ofAccounts(Facts facts) {
        return accounts(facts.get(Fact.Assessed.class))
                .since(facts.get(Fact.AccountsReady.class).onSource());
    }

    /** Tables, views, routines, triggers and events that changed since the snapshot. */
    public Drift ofDefinitions(Facts facts) {
        Fingerprints now = source.with(session -> schema.apply(session).fingerprints());
        return now.since(facts.get(Fact.Dumped.class).definitions());
    }

    /** Tells of both in the journal, of accounts where nobody copies them anew; what cannot be read is no reason to stop. */
    public void warn(Facts facts, StageLog log) {
        try {
            if (!plan.accounts().copy()) {
                words(
                                "Accounts of the source changed since the run looked at them, and replication does not carry that: ",
                                ofStayingAccounts(facts, log))
                        .ifPresent(text -> warn(text + ". Do the same on the target.", log));
            }
            words(
                            "Definitions of the source changed since the snapshot, and replication brings them: ",
                            ofDefinitions(facts))
                    .ifPresent(text -> warn(text + ".", log));
        } catch (MySqlException refused) {
            if (refused.isConnectionLost()) {
                throw refused;
            }
            warn("It was not seen whether accounts or definitions of the source changed: " + refused.getMessage(), log);
        }
    }

    /** Without those of groups that have moved, which the cut-over itself locked. */
    private Drift ofStayingAccounts(Facts facts, StageLog log) {
        Moves moves = Moves.of(log.past(StageName.CUT_OVER));
        Set<String> moved = plan.cutover().groups().stream()
                .filter(group -> moves.isOpen(group.name()))
                .flatMap(group -> group.accounts().stream())
                .map(AccountName::toString)
                .collect(Collectors.toSet());
        return accounts(facts.get(Fact.Assessed.class))
                .without(moved::contains)
                .since(facts.get(Fact.AccountsReady.class).onSource().without(moved::contains));
    }

    private static Optional<String> words(String beginning, Drift drift) {
        return drift.isEmpty() ? Optional.empty() : Optional.of(beginning + drift.words());
    }

    private static void warn(String text, StageLog log) {
        log.observe(Observation.WARNING.what(), Map.of(Observation.WARNING.key(), text));
    }
}
