package io.flexmigrate.mysql;

import java.util.Set;
import java.util.stream.Collectors;

/** The plugins of a server by which accounts log in. */
public record LoginPlugins(Session session) {

    /** The names of those that are switched on. */
    public Set<String> active() {
        Sql sql = Sql.of("listing the login plugins", """
                SELECT PLUGIN_NAME AS name FROM information_schema.PLUGINS
                WHERE PLUGIN_TYPE = 'AUTHENTICATION' AND PLUGIN_STATUS = 'ACTIVE'""");
        return session.query(sql).stream().map(row -> row.text("name")).collect(Collectors.toSet());
    }
}
