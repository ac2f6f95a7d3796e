package io.flexmigrate.stage.wayback;

import io.flexmigrate.engine.StageLog;
import io.flexmigrate.mysql.HeartbeatDatabase;
import io.flexmigrate.mysql.NamedChannel;
import java.util.List;
import java.util.Map;

/** Takes a way back away on both servers. */
record WayBackRemoval(BackEnds ends) {

    /** May be done again at any time. */
    void run(StageLog log) {
        NamedChannel channel = ends.channel();
        log.intend(WayBackRecord.REMOVAL, Map.of("channel", channel.name()));
        boolean ours = channel.status().filter(WayBackRecord.of(log)::isOurs).isPresent();
        if (ours) {
            channel.stop();
            channel.writeOnly(List.of());
            channel.remove();
        }
        HeartbeatDatabase.leftBy(ends.plan().name(), ends.source()).forEach(HeartbeatDatabase::drop);
        ends.login().drop();
        log.reach(WayBackRecord.REMOVAL, Map.of());
    }

    String statements() {
        String account = ends.login().name().quoted();
        return "-- on the source:\n" + ends.channel().removal() + "\n"
                + "CHANGE REPLICATION FILTER REPLICATE_WILD_DO_TABLE = ();\n"
                + "-- on the target:\nDROP USER IF EXISTS " + account + ";";
    }
}
