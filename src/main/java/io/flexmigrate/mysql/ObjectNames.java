package io.flexmigrate.mysql;

import io.flexmigrate.model.ObjectName;
import io.flexmigrate.model.SchemaObject.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The views, routines, triggers and events of many databases by name, read with one statement for each kind.
 *
 * <p>Triggers and events that we may not see are not in the answers at all; the privileges TRIGGER and EVENT show them. Views
 * never count as hidden: 8.0.15 leaves VIEW_DEFINITION empty for whoever has SELECT and SHOW VIEW on *.* only, to whom SHOW
 * CREATE VIEW tells all.
 */
public record ObjectNames(Session session) {

    /**
     * One of them.
     *
     * @param isHidden whether the server keeps its definition from us
     */
    public record Listed(ObjectName name, boolean isHidden) {}

    /** All of them, kinds in the order in which they are to be made, databases in the order they are given. */
    public List<Listed> of(List<String> databases) {
        List<Listed> objects = new ArrayList<>();
        Set<String> exactly = Set.copyOf(databases);
        for (Kind kind : Kind.values()) {
            for (Row row : session.query(listing(kind, databases))) {
                if (exactly.contains(row.text("d"))) {
                    objects.add(new Listed(
                            new ObjectName(kind, row.text("d"), row.text("name")), row.number("hidden") != 0));
                }
            }
        }
        return objects;
    }

    private static Sql listing(Kind kind, List<String> databases) {
        String text = switch (kind) {
            case FUNCTION -> routines("FUNCTION");
            case PROCEDURE -> routines("PROCEDURE");
            case VIEW ->
                "SELECT TABLE_SCHEMA AS d, TABLE_NAME AS name, 0 AS hidden FROM information_schema.VIEWS"
                        + " WHERE TABLE_SCHEMA IN %s ORDER BY TABLE_SCHEMA, TABLE_NAME";
            case TRIGGER ->
                "SELECT TRIGGER_SCHEMA AS d, TRIGGER_NAME AS name, 0 AS hidden FROM information_schema.TRIGGERS"
                        + " WHERE TRIGGER_SCHEMA IN %s ORDER BY TRIGGER_SCHEMA, EVENT_OBJECT_TABLE, EVENT_MANIPULATION,"
                        + " ACTION_TIMING, ACTION_ORDER";
            case EVENT ->
                "SELECT EVENT_SCHEMA AS d, EVENT_NAME AS name, 0 AS hidden FROM information_schema.EVENTS"
                        + " WHERE EVENT_SCHEMA IN %s ORDER BY EVENT_SCHEMA, EVENT_NAME";
        };
        return Sql.of("listing the " + kind + "s", text.formatted(Places.in(databases)), databases.toArray());
    }

    private static String routines(String type) {
        return "SELECT ROUTINE_SCHEMA AS d, ROUTINE_NAME AS name, ROUTINE_DEFINITION IS NULL AS hidden"
                + " FROM information_schema.ROUTINES WHERE ROUTINE_TYPE = '" + type + "' AND ROUTINE_SCHEMA IN %s"
                + " ORDER BY ROUTINE_SCHEMA, ROUTINE_NAME";
    }
}
