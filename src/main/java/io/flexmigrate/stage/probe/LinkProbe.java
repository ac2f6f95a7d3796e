package io.flexmigrate.stage.probe;

import io.flexmigrate.engine.StageLog;
import io.flexmigrate.engine.StageName;
import io.flexmigrate.model.BinlogCoordinates;
import io.flexmigrate.model.LinkStart;
import io.flexmigrate.model.ReplicaStatus;
import io.flexmigrate.mysql.DataInReplication;
import io.flexmigrate.mysql.Dialect;
import io.flexmigrate.mysql.MySqlException;
import io.flexmigrate.mysql.Replica;
import io.flexmigrate.mysql.ReplicationChannel;
import io.flexmigrate.mysql.ServerInventory;
import io.flexmigrate.mysql.Session;
import io.flexmigrate.plan.Plan;
import io.flexmigrate.stage.account.CertificateLook;
import io.flexmigrate.stage.link.Channels;
import io.flexmigrate.stage.probe.LinkVerdict.Outcome;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Lets the target log in to the source as its replica and ask for a binlog file that does not exist.
 *
 * <p>No event can come of that: the source answers with an error before it sends any. That error proves the network, TLS,
 * the account, its password and its privilege; any other says which of them is wrong.
 */
record LinkProbe(ProbeKit kit) {

    /** No server names its binlogs so, and a link that asks for it is ours. */
    static final BinlogCoordinates NOWHERE = new BinlogCoordinates("migrate-probe.000001", 4);

    /** Longer than {@code replica_net_timeout}, after which the target gives up a host that does not answer. */
    private static final Duration PATIENCE = Duration.ofSeconds(75);

    private static final Duration LOOK = Duration.ofMillis(100);

    LinkVerdict probe(Probes.Subject subject, StageLog log) throws InterruptedException {
        try (Session session = kit.target().open()) {
            Replica replica = new Replica(session, new Dialect(subject.target()));
            if (isLinked(replica)) {
                return LinkVerdict.notTried("The target is a replica already, and its link is left alone.");
            }
            if (isByGtidOnly(session)) {
                return LinkVerdict.notTried(
                        "The target is linked by GTID, which cannot be tried without applying anything.");
            }
            boolean madeForThis = !kit.login().isMade(log.of(StageName.PREPARE));
            if (madeForThis) {
                kit.login().create(log);
            }
            log.intend(ProbeSteps.LINK, Map.of("file", NOWHERE.file()));
            LinkVerdict verdict;
            try {
                verdict = attempt(session, replica);
            } finally {
                remove(session, replica);
                if (madeForThis) {
                    kit.login().drop(log);
                }
            }
            log.reach(
                    ProbeSteps.LINK,
                    Map.of("outcome", verdict.outcome().name(), "error", Integer.toString(verdict.error())));
            return verdict;
        }
    }

    private boolean isByGtidOnly(Session session) {
        return kit.plan().target().kind() == Plan.TargetKind.FLEXIBLE_SERVER
                && !new DataInReplication(session).procedures().containsKey(DataInReplication.CHANGE_BY_POSITION);
    }

    private LinkVerdict attempt(Session session, Replica replica) throws InterruptedException {
        ReplicationChannel channel = Channels.of(kit.plan(), session, replica.dialect());
        try {
            channel.pointAt(kit.login().upstream(), new LinkStart.AtPosition(NOWHERE));
            if (!pointsNowhere(replica)) {
                return LinkVerdict.refused(0, "The target did not take the trial link.");
            }
            channel.start();
        } catch (MySqlException refused) {
            if (refused.isConnectionLost()) {
                throw refused;
            }
            return LinkVerdict.refused(refused.errorNumber(), String.valueOf(refused.getMessage()));
        }
        kit.poll()
                .until(
                        "the trial link has an answer",
                        PATIENCE,
                        LOOK,
                        () -> replica.status()
                                .map(status -> status.receiverError().isPresent())
                                .orElse(true));
        return replica.status()
                .map(status -> explained(verdict(status)))
                .orElseGet(() -> LinkVerdict.refused(0, "The trial link is gone."));
    }

    /** ER_MASTER_FATAL_ERROR_READING_BINLOG by both its numbers: the source looked for the file. */
    private static LinkVerdict verdict(ReplicaStatus status) {
        int number = status.receiverError().number();
        String message = status.receiverError().message();
        if (number == 1236 || number == 13114) {
            return new LinkVerdict(Outcome.PROVEN, number, message);
        }
        return number == 0
                ? LinkVerdict.refused(0, "The source did not answer the target within " + PATIENCE.toSeconds() + " s.")
                : LinkVerdict.refused(number, message);
    }

    /** CR_SSL_CONNECTION_ERROR: the certificate itself tells more than the replica does. */
    private LinkVerdict explained(LinkVerdict verdict) {
        return verdict.error() == 2026
                ? new CertificateLook(kit.plan(), kit.logins())
                        .trouble()
                        .map(seen -> LinkVerdict.refused(2026, verdict.message() + ". " + seen))
                        .orElse(verdict)
                : verdict;
    }

    /** Removes what a killed probe left; a link to anything else is not ours. */
    void settle(StageLog log) {
        if (kit.login().isMade(log)) {
            kit.login().drop(log);
        }
        if (ProbeSteps.open(log.past(), ProbeSteps.LINK).isEmpty()) {
            return;
        }
        try (Session session = kit.target().open()) {
            Dialect dialect = ServerInventory.read(session).dialect();
            boolean removed = remove(session, new Replica(session, dialect));
            log.reach(ProbeSteps.LINK, Map.of("outcome", removed ? "REMOVED" : "NOTHING_LEFT"));
        }
    }

    private boolean remove(Session session, Replica replica) {
        if (!pointsNowhere(replica)) {
            return false;
        }
        ReplicationChannel channel = Channels.of(kit.plan(), session, replica.dialect());
        channel.stop();
        channel.remove();
        return true;
    }

    private static boolean pointsNowhere(Replica replica) {
        return replica.receivedFile().equals(Optional.of(NOWHERE.file()));
    }

    private static boolean isLinked(Replica replica) {
        return replica.status().map(status -> !status.sourceHost().isEmpty()).orElse(false);
    }
}
