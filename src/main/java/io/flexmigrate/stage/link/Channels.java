package io.flexmigrate.stage.link;

import io.flexmigrate.mysql.Dialect;
import io.flexmigrate.mysql.ReplicationChannel;
import io.flexmigrate.mysql.Session;
import io.flexmigrate.plan.Plan;

/** The replication channels of a plan's target. */
public final class Channels {

    private Channels() {}

    /** The channel of the target, over a session of ours. */
    public static ReplicationChannel of(Plan plan, Session session, Dialect dialect) {
        return switch (plan.target().kind()) {
            case FLEXIBLE_SERVER -> ReplicationChannel.ofFlexibleServer(session);
            case MYSQL -> ReplicationChannel.ofServer(session, dialect);
        };
    }

    /** The statements by which a person removes its link, each in a line of its own. */
    public static String removal(Plan plan, Dialect dialect) {
        return switch (plan.target().kind()) {
            case FLEXIBLE_SERVER -> ReplicationChannel.removalOfFlexibleServer();
            case MYSQL -> ReplicationChannel.removalOfServer(dialect);
        };
    }
}
