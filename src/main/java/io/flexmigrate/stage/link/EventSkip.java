package io.flexmigrate.stage.link;

import io.flexmigrate.engine.Observation;
import io.flexmigrate.engine.StageFailedException;
import io.flexmigrate.engine.StageLog;
import io.flexmigrate.engine.Step;
import io.flexmigrate.model.BinlogCoordinates;
import io.flexmigrate.model.Fact;
import io.flexmigrate.model.ReplicaStatus;
import io.flexmigrate.model.ServerVersion;
import io.flexmigrate.mysql.BinlogEvents;
import io.flexmigrate.mysql.Dialect;
import io.flexmigrate.mysql.MySqlServer;
import io.flexmigrate.mysql.Replica;
import io.flexmigrate.mysql.ReplicationChannel;
import io.flexmigrate.mysql.Session;
import io.flexmigrate.plan.Plan;
import io.flexmigrate.stage.diagnosis.Evidence;
import io.flexmigrate.stage.diagnosis.LinkDiagnosis;
import io.flexmigrate.time.Poll;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Passes over the one event that stops the link, because a person says so who has seen it.
 *
 * <p>What it changed on the source stays away from the target, where VERIFY will find that; nobody else than a person ever
 * skips anything.
 */
public record EventSkip(Plan plan, MySqlServer source, MySqlServer target, Poll poll) {

    private static final String STEP = "skip-event";
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration LOOK = Duration.ofMillis(100);

    /**
     * The event that stops the link.
     *
     * @param at where its transaction begins in the source's binlog
     * @param trouble what the link says, and what is known of it
     * @param events the transaction's first events, as the source shows them
     */
    public record Culprit(BinlogCoordinates at, String trouble, List<String> events) {

        public Culprit {
            events = List.copyOf(events);
        }
    }

    /**
     * Looks at it.
     *
     * @throws StageFailedException when no event stops the link, or it cannot be told which
     */
    public Culprit look(Fact.Assessed assessed) {
        try (Session ofSource = source.open();
                Session ofTarget = target.open()) {
            Replica replica = new Replica(ofTarget, dialect(assessed));
            ReplicaStatus status = standing(replica);
            BinlogCoordinates at = status.applied().orElseThrow(EventSkip::unknown);
            if (!replica.appliesInOrder()) {
                throw unknown();
            }
            Evidence evidence =
                    new Evidence(ofSource, ofTarget, plan.source().replication().user());
            return new Culprit(at, LinkDiagnosis.of(status, evidence).words(), new BinlogEvents(ofSource).from(at));
        }
    }

    private ReplicaStatus standing(Replica replica) {
        ReplicaStatus status = replica.status()
                .filter(link -> LinkPlace.leadsTo(link, plan.source().replication()))
                .orElseThrow(() -> new StageFailedException(
                        "The target has no link to the source of this plan: nothing is skipped.",
                        "Run migrate resume."));
        if (!status.applierError().isPresent()) {
            throw new StageFailedException(
                    "No event stops the link: nothing is skipped.", "migrate watch --once says how the link is.");
        }
        return status;
    }

    private static StageFailedException unknown() {
        return new StageFailedException(
                "It cannot be told which event failed, because several appliers work out of order: nothing is skipped.",
                "Mend what the applier complains of and run migrate resume. Or set the target's parameter"
                        + " slave_preserve_commit_order to ON for the next time.");
    }

    /**
     * Skips it.
     *
     * @param culprit what the person has seen
     * @param who the person, as this machine knows them
     * @param why in the person's words
     * @throws StageFailedException when the link stands elsewhere by now, the target has no way to skip, or did not
     */
    public void skip(Fact.Assessed assessed, Culprit culprit, String who, String why, StageLog log)
            throws InterruptedException {
        try (Session ofSource = source.open();
                Session ofTarget = target.open()) {
            Dialect dialect = dialect(assessed);
            Replica replica = new Replica(ofTarget, dialect);
            requireSame(culprit, standing(replica));
            String transaction = new BinlogEvents(ofSource).transaction(culprit.at());
            ReplicationChannel channel = Channels.of(plan, ofTarget, dialect);
            requireWay(channel, transaction);
            Step step = new Step(STEP, culprit.at().toString());
            log.intend(
                    step,
                    Map.of(
                            "who",
                            who,
                            "why",
                            why,
                            "transaction",
                            transaction,
                            "events",
                            culprit.events().toString()));
            channel.skip(transaction);
            boolean moved = poll.until(
                    "the applier is past " + culprit.at(),
                    PATIENCE,
                    LOOK,
                    () -> replica.status()
                            .flatMap(ReplicaStatus::applied)
                            .map(at -> !at.equals(culprit.at()))
                            .orElse(false));
            if (!moved) {
                throw new StageFailedException(
                        "The target still stands at " + culprit.at() + ".",
                        "Look at SHOW REPLICA STATUS on the target.");
            }
            log.reach(step, Map.of());
            log.observe(
                    Observation.WARNING.what(),
                    Map.of(
                            Observation.WARNING.key(),
                            "The transaction at " + culprit.at() + " of the source was skipped by " + who + ": "
                                    + why));
        }
    }

    private static void requireSame(Culprit culprit, ReplicaStatus status) {
        if (!status.applied().filter(culprit.at()::equals).isPresent()) {
            throw new StageFailedException(
                    "The link does not stand at " + culprit.at() + " any more, but at "
                            + status.applied().map(Object::toString).orElse("no place") + ": nothing is skipped.",
                    "Look again: migrate skip without --event shows the event that stops the link.");
        }
    }

    private static void requireWay(ReplicationChannel channel, String transaction) {
        if (!channel.canSkip(!transaction.isEmpty())) {
            throw new StageFailedException(
                    "The target has no procedure that skips "
                            + (transaction.isEmpty() ? "an event" : "the transaction " + transaction) + ".",
                    "Mend what the applier complains of and run migrate resume; or begin again with a new work directory.");
        }
    }

    private static Dialect dialect(Fact.Assessed assessed) {
        return new Dialect(ServerVersion.parse(assessed.targetVersion()));
    }
}
