package io.flexmigrate.stage.wayback;

import io.flexmigrate.engine.Event;
import io.flexmigrate.engine.StageFailedException;
import io.flexmigrate.engine.StageLog;
import io.flexmigrate.engine.StageName;
import io.flexmigrate.mysql.HeartbeatDatabase;
import io.flexmigrate.mysql.Session;
import io.flexmigrate.mysql.Sql;
import io.flexmigrate.time.Poll;
import io.flexmigrate.time.SystemClock;
import io.flexmigrate.time.SystemClock.Stopwatch;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Sees a row of ours go each way: a database on the target must come to the source, and one on the source to the target. */
record WayBackTrial(BackEnds ends, Poll poll) {

    private static final String BACK = "back";
    private static final String FORWARD = "forward";
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration LOOK = Duration.ofMillis(5);

    WayBackProof run(StageLog log) throws InterruptedException {
        speakOldCollation();
        dropLeftovers(log);
        String plan = ends.plan().name();
        String back = HeartbeatDatabase.newName(plan);
        String forward = HeartbeatDatabase.newName(plan);
        log.intend(WayBackRecord.PROOF, Map.of(BACK, back, FORWARD, forward));
        try {
            Duration there = sent(back, ends.target(), ends.source(), "from the target to the source");
            Duration here = sent(forward, ends.source(), ends.target(), "from the source to the target");
            return new WayBackProof(true, there, here, "");
        } finally {
            drop(back, ends.target(), ends.source());
            drop(forward, ends.source(), ends.target());
        }
    }

    /**
     * One way only: the source may be closed to everybody but replication.
     *
     * @return how long a row took from the target to the source
     */
    Duration runBack(StageLog log) throws InterruptedException {
        speakOldCollation();
        leftovers(log, BACK).forEach(name -> new HeartbeatDatabase(ends.target(), name).drop());
        String back = HeartbeatDatabase.newName(ends.plan().name());
        log.intend(WayBackRecord.PROOF, Map.of(BACK, back));
        try {
            return sent(back, ends.target(), ends.source(), "from the target to the source");
        } finally {
            drop(back, ends.target(), ends.source());
        }
    }

    /**
     * Every event names the collations of the session that wrote it, and 5.7 stops at one that it does not know, such as
     * 8.0's default utf8mb4_0900_ai_ci (255): measured with 8.0.15 and 5.7.22. The one of the server, {@code collation_server},
     * stays as it is for every client.
     */
    private void speakOldCollation() {
        if (!ends.ofSource().version().isAtLeast(8, 0, 1)) {
            ends.target()
                    .execute(Sql.of(
                            "taking a collation that the source knows",
                            "SET NAMES utf8mb4 COLLATE utf8mb4_general_ci"));
        }
    }

    /** How long a number took to the other side. */
    private Duration sent(String name, Session from, Session to, String direction) throws InterruptedException {
        HeartbeatDatabase there = new HeartbeatDatabase(to, name);
        HeartbeatDatabase here = new HeartbeatDatabase(from, name);
        here.create();
        require(there, 0, direction);
        Stopwatch stopwatch = SystemClock.stopwatch();
        here.beat(1);
        require(there, 1, direction);
        return stopwatch.elapsed();
    }

    private void require(HeartbeatDatabase there, long number, String direction) throws InterruptedException {
        boolean came = poll.until(
                "the heartbeat row " + number + " came " + direction,
                PATIENCE,
                LOOK,
                () -> there.seen().equals(OptionalLong.of(number)));
        if (!came) {
            throw new StageFailedException(
                    "A row of ours did not come " + direction + " within " + PATIENCE.toSeconds() + " s. The way back: "
                            + new WayBackTrouble(
                                            ends.plan().target().replication(),
                                            ends.channel().status())
                                    .errors(),
                    "Look at the replication of both servers; then run the same command again.");
        }
    }

    private void drop(String name, Session from, Session to) throws InterruptedException {
        new HeartbeatDatabase(from, name).drop();
        HeartbeatDatabase there = new HeartbeatDatabase(to, name);
        poll.until(
                "the heartbeat is gone from both",
                Duration.ofSeconds(5),
                LOOK,
                () -> there.seen().isEmpty());
    }

    /** Each where it was made: replication drops it on the other side, after all that it is still to write there. */
    private void dropLeftovers(StageLog log) {
        leftovers(log, BACK).forEach(name -> new HeartbeatDatabase(ends.target(), name).drop());
        leftovers(log, FORWARD).forEach(name -> new HeartbeatDatabase(ends.source(), name).drop());
    }

    private static List<String> leftovers(StageLog log, String direction) {
        return log.past(StageName.CUT_OVER).stream()
                .filter(event -> event instanceof Event.Intended intended
                        && intended.step().equals(WayBackRecord.PROOF))
                .flatMap(event ->
                        Optional.ofNullable(((Event.Intended) event).details().get(direction)).stream())
                .toList();
    }
}
