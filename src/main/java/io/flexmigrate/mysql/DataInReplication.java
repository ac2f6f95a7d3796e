package io.flexmigrate.mysql;

import io.flexmigrate.model.LinkStart;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The flexible server's replication procedures, as documented in its "how to configure Data-in replication".
 *
 * <p>Their results and messages are not documented and never relied on: only the replica's status tells what came of a call.
 */
public record DataInReplication(Session session) implements ReplicationChannel {

    public static final String CHANGE_BY_POSITION = "az_replication_change_master";
    public static final int CHANGE_BY_POSITION_PARAMETERS = 7;
    public static final String CHANGE_BY_GTID = "az_replication_change_master_with_gtid";
    public static final int CHANGE_BY_GTID_PARAMETERS = 5;
    public static final String START = "az_replication_start";
    public static final String STOP = "az_replication_stop";
    public static final String REMOVE = "az_replication_remove_master";
    private static final String SKIP = "az_replication_skip_counter";

    /** Documented for the older single server, and named in the common page about replication lag. */
    private static final String SKIP_BY_GTID = "az_replication_skip_gtid_transaction";

    /** The replication procedures the server has, with their number of parameters. */
    public Map<String, Integer> procedures() {
        Sql sql = Sql.of("looking for the replication procedures", """
                SELECT r.ROUTINE_NAME AS name, COUNT(p.ORDINAL_POSITION) AS parameters
                FROM information_schema.ROUTINES r
                LEFT JOIN information_schema.PARAMETERS p
                  ON p.SPECIFIC_SCHEMA = r.ROUTINE_SCHEMA AND p.SPECIFIC_NAME = r.ROUTINE_NAME AND p.ORDINAL_POSITION > 0
                WHERE r.ROUTINE_SCHEMA = 'mysql' AND r.ROUTINE_NAME LIKE 'az\\_replication\\_%'
                GROUP BY r.ROUTINE_NAME""");
        return session.query(sql).stream()
                .collect(Collectors.toMap(row -> row.text("name"), row -> Math.toIntExact(row.number("parameters"))));
    }

    @Override
    public void pointAt(Upstream upstream, LinkStart start) {
        session.execute(Sql.of("setting the CA certificate", "SET @cert = ?", upstream.certificates()));
        List<Object> values =
                new ArrayList<>(List.of(upstream.host(), upstream.user(), upstream.password(), upstream.port()));
        String procedure = CHANGE_BY_GTID;
        if (start instanceof LinkStart.AtPosition position) {
            procedure = CHANGE_BY_POSITION;
            values.add(position.coordinates().file());
            values.add(position.coordinates().position());
        }
        session.execute(new Sql(
                "linking the target to the source",
                "CALL mysql." + procedure + "(" + "?, ".repeat(values.size()) + "@cert)",
                values));
    }

    @Override
    public void start() {
        session.execute(Sql.of("starting replication", "CALL mysql." + START));
    }

    @Override
    public void stop() {
        session.execute(Sql.of("stopping replication", "CALL mysql." + STOP));
    }

    @Override
    public void remove() {
        session.execute(Sql.of("removing the link", "CALL mysql." + REMOVE));
    }

    @Override
    public void skip(String transaction) {
        session.execute(
                transaction.isEmpty()
                        ? Sql.of("skipping an event", "CALL mysql." + SKIP)
                        : Sql.of("skipping a transaction", "CALL mysql." + SKIP_BY_GTID + "(?)", transaction));
        start();
    }

    @Override
    public boolean canSkip(boolean byGtid) {
        return procedures().containsKey(byGtid ? SKIP_BY_GTID : SKIP);
    }

    /** The statements by which a person stops and removes the link, each in a line of its own. */
    static String removal() {
        return "CALL mysql." + STOP + ";\nCALL mysql." + REMOVE + ";";
    }
}
