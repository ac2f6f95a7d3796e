package io.flexmigrate.stage.lag;

import io.flexmigrate.engine.Observation;
import io.flexmigrate.engine.StageLog;
import io.flexmigrate.engine.Step;
import io.flexmigrate.mysql.HeartbeatDatabase;
import io.flexmigrate.mysql.MySqlException;
import io.flexmigrate.mysql.Session;
import java.util.Map;
import java.util.Optional;

/** A number that we write on the source and look for on the target; closing it drops its database on both. */
final class Heartbeat implements AutoCloseable {

    private static final Step STEP = Step.of("heartbeat");
    private static final String DATABASE = "database";

    private final HeartbeatDatabase source;
    private final HeartbeatDatabase target;
    private final StageLog log;
    private long number;

    private Heartbeat(HeartbeatDatabase source, HeartbeatDatabase target, StageLog log) {
        this.source = source;
        this.target = target;
        this.log = log;
    }

    /** Makes one; empty, with a warning, when the source does not let us. The link brings it to the target. */
    static Optional<Heartbeat> begin(String plan, BothEnds ends, StageLog log) {
        String name = HeartbeatDatabase.newName(plan);
        HeartbeatDatabase source = new HeartbeatDatabase(ends.source(), name);
        log.intend(STEP, Map.of(DATABASE, name));
        try {
            source.create();
            source.beat(0);
        } catch (MySqlException refused) {
            if (refused.isConnectionLost()) {
                throw refused;
            }
            warn(
                    log,
                    "The lag is measured by coordinates only, because the heartbeat cannot be written ("
                            + refused.getMessage() + "). To have it: GRANT SELECT, INSERT, UPDATE, CREATE, DROP ON"
                            + " `migrate\\_heartbeat\\_%`.* TO our account on the source; or set catch_up.heartbeat: false.");
            dropLeftovers(plan, ends.source(), log);
            return Optional.empty();
        }
        return Optional.of(new Heartbeat(source, new HeartbeatDatabase(ends.target(), name), log));
    }

    /** Writes the next number. */
    long beat() {
        number++;
        source.beat(number);
        return number;
    }

    /** The number that the target shows; negative when it shows none. */
    long seen() {
        return target.seen().orElse(-1);
    }

    @Override
    public void close() {
        drop(source, log);
    }

    /**
     * Drops on the source what earlier attempts left; the link, while it runs, drops it on the target.
     *
     * @param plan the plan's name
     */
    static void dropLeftovers(String plan, Session session, StageLog log) {
        HeartbeatDatabase.leftBy(plan, session).forEach(left -> drop(left, log));
    }

    private static void drop(HeartbeatDatabase database, StageLog log) {
        try {
            database.drop();
            log.reach(STEP, Map.of(DATABASE, database.name(), "outcome", "DROPPED"));
        } catch (MySqlException refused) {
            if (refused.isConnectionLost()) {
                throw refused; // because who comes back drops it
            }
            warn(log, "The heartbeat " + database.name() + " was not dropped: " + refused.getMessage());
        }
    }

    private static void warn(StageLog log, String message) {
        log.observe(Observation.WARNING.what(), Map.of(Observation.WARNING.key(), message));
    }
}
