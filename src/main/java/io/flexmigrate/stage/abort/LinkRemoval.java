package io.flexmigrate.stage.abort;

import io.flexmigrate.engine.Facts;
import io.flexmigrate.engine.Observation;
import io.flexmigrate.engine.StageLog;
import io.flexmigrate.engine.StageName;
import io.flexmigrate.engine.Step;
import io.flexmigrate.model.Fact;
import io.flexmigrate.model.ReplicaStatus;
import io.flexmigrate.model.ServerVersion;
import io.flexmigrate.mysql.Dialect;
import io.flexmigrate.mysql.MySqlServer;
import io.flexmigrate.mysql.Replica;
import io.flexmigrate.mysql.ReplicationChannel;
import io.flexmigrate.mysql.Session;
import io.flexmigrate.plan.Plan;
import io.flexmigrate.stage.link.Channels;
import io.flexmigrate.stage.link.ScopeFilter;
import java.util.Map;
import java.util.Optional;

/** Stops and removes the link, if it leads to the plan's source; another link is left alone. */
record LinkRemoval(Plan plan, MySqlServer target) implements Undoing {

    private static final Step STEP = Step.of("remove-link");

    @Override
    public StageName stage() {
        return StageName.LINK;
    }

    @Override
    public void undo(Facts facts, StageLog log) {
        Optional<Fact.Assessed> assessed = facts.find(Fact.Assessed.class);
        if (assessed.isEmpty() || !log.hasIntended(Step.of("link"))) {
            return;
        }
        try (Session session = target.open()) {
            Dialect dialect = new Dialect(ServerVersion.parse(assessed.get().targetVersion()));
            Replica replica = new Replica(session, dialect);
            Optional<ReplicaStatus> link =
                    replica.status().filter(status -> !status.sourceHost().isEmpty());
            if (link.isEmpty()) {
                return;
            }
            if (!isOurs(link.get())) {
                log.observe(
                        Observation.WARNING.what(),
                        Map.of(
                                Observation.WARNING.key(),
                                "The target is linked to " + link.get().sourceHost() + ":"
                                        + link.get().sourcePort()
                                        + ", which is not the source of this plan: that link is left as it is."));
                return;
            }
            log.intend(
                    STEP,
                    Map.of("applied", link.get().applied().map(Object::toString).orElse("")));
            ReplicationChannel channel = Channels.of(plan, session, dialect);
            channel.stop();
            channel.remove();
            ScopeFilter.before(log).ifPresent(before -> ScopeFilter.restore(session, dialect, before));
            log.reach(STEP, Map.of());
        }
    }

    private boolean isOurs(ReplicaStatus status) {
        Plan.Replication replication = plan.source().replication();
        return status.sourceHost().equalsIgnoreCase(replication.host()) && status.sourcePort() == replication.port();
    }
}
