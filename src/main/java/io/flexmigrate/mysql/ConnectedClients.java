package io.flexmigrate.mysql;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Who is connected to a server now. */
public record ConnectedClients(Session session) {

    private static final Pattern PORT = Pattern.compile(":\\d+$");

    /**
     * Sessions of one user from one place.
     *
     * @param host name or address, without port
     * @param unencrypted how many of them came over the network without TLS; 0 where the server does not tell
     * @param count how many there are
     */
    public record Connected(String user, String host, int count, int unencrypted) {

        Connected plus(Connected other) {
            return new Connected(user, host, count + other.count, unencrypted + other.unencrypted);
        }
    }

    /** Of all users but the server's own; replication dumps are not clients. One statement. */
    public List<Connected> read() {
        Sql sql = Sql.of("listing who is connected", """
                SELECT p.USER AS user, p.HOST AS host, COALESCE(t.CONNECTION_TYPE, '') AS way
                FROM information_schema.PROCESSLIST p
                LEFT JOIN performance_schema.threads t ON t.PROCESSLIST_ID = p.ID
                WHERE p.ID <> CONNECTION_ID() AND p.COMMAND NOT LIKE 'Binlog Dump%'""");
        Map<String, Connected> byPlace = new TreeMap<>();
        session.query(sql).stream()
                .filter(row -> !Clients.SYSTEM_USERS.contains(row.text("user")))
                .map(ConnectedClients::one)
                .forEach(one -> byPlace.merge(one.user() + "\n" + one.host(), one, Connected::plus));
        return List.copyOf(byPlace.values());
    }

    private static Connected one(Row row) {
        String host = PORT.matcher(row.text("host")).replaceFirst("");
        return new Connected(row.text("user"), host, 1, row.text("way").equals("TCP/IP") ? 1 : 0);
    }
}
