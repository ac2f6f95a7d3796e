package io.flexmigrate.stage.assess;

import io.flexmigrate.model.SchemaObject;
import io.flexmigrate.model.TableName;
import io.flexmigrate.mysql.Binlog;
import io.flexmigrate.mysql.Clients;
import io.flexmigrate.mysql.Databases;
import io.flexmigrate.mysql.MySqlException;
import io.flexmigrate.mysql.PreparedTransactions;
import io.flexmigrate.mysql.Replica;
import io.flexmigrate.mysql.ReplicationAccount;
import io.flexmigrate.mysql.Row;
import io.flexmigrate.mysql.SchemaReader;
import io.flexmigrate.mysql.ServerInventory;
import io.flexmigrate.mysql.Session;
import io.flexmigrate.mysql.Sql;
import io.flexmigrate.mysql.UnreadableDefinitionException;
import io.flexmigrate.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Reads the source; what we lack the privilege to read is left empty, since a check names the privilege. */
record SourceReader(Plan plan, Session session) {

    /** ER_SPECIFIC_ACCESS_DENIED_ERROR, ER_TABLEACCESS_DENIED_ERROR, ER_ACCESS_DENIED_ERROR, ER_XAER_RMERR. */
    private static final List<Integer> DENIED = List.of(1227, 1142, 1045, 1401);

    SourceInventory read() {
        ServerInventory server = ServerInventory.read(session);
        Databases databases = new Databases(session);
        List<String> all = databases.names();
        List<String> scope = plan.scope().isAll()
                ? all
                : all.stream().filter(plan.scope().databases()::contains).toList();
        Binlog binlog = new Binlog(session, server.dialect());
        Objects objects = objects(scope);
        return new SourceInventory(
                server,
                all,
                scope,
                databases.tables(scope),
                objects.found(),
                objects.hidden(),
                columns(scope, "c.EXTRA LIKE '%DEFAULT_GENERATED%'"),
                columns(scope, "c.EXTRA LIKE '%INVISIBLE%'"),
                columns(scope, "c.GENERATION_EXPRESSION LIKE '%''%'"),
                columns(scope, "c.COLUMN_NAME LIKE '%`%'"),
                columns(scope, "c.DATA_TYPE = 'float'"),
                unlessDenied(true, () -> binlog.coordinates().isPresent()),
                unlessDenied("", binlog::filters),
                unlessDenied(Optional.empty(), () -> new Replica(session, server.dialect()).status()),
                ReplicationAccount.read(session, plan.source().replication().user()),
                unlessDenied(0, () -> new PreparedTransactions(session).count()),
                unlessDenied(
                        List.of(),
                        () -> new Clients(session).busyLongerThan(plan.dump().longQueryGuard())));
    }

    private record Objects(List<SchemaObject> found, Optional<String> hidden) {}

    private Objects objects(List<String> scope) {
        try {
            return new Objects(new SchemaReader(session).objects(scope), Optional.empty());
        } catch (UnreadableDefinitionException hidden) {
            return new Objects(List.of(), Optional.ofNullable(hidden.getMessage()));
        }
    }

    private Map<TableName, List<String>> columns(List<String> scope, String condition) {
        Map<TableName, List<String>> columns = new TreeMap<>();
        for (String database : scope) {
            Sql sql = Sql.of("looking for special columns in " + database, """
                    SELECT c.TABLE_NAME AS name, c.COLUMN_NAME AS col FROM information_schema.COLUMNS c
                    JOIN information_schema.TABLES t USING (TABLE_SCHEMA, TABLE_NAME)
                    WHERE c.TABLE_SCHEMA = ? AND t.TABLE_TYPE = 'BASE TABLE' AND %s
                    ORDER BY c.TABLE_NAME, c.ORDINAL_POSITION""".formatted(condition), database);
            for (Row row : session.query(sql)) {
                columns.computeIfAbsent(new TableName(database, row.text("name")), name -> new ArrayList<>())
                        .add(row.text("col"));
            }
        }
        return columns;
    }

    private static <T> T unlessDenied(T otherwise, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (MySqlException refused) {
            if (DENIED.contains(refused.errorNumber())) {
                return otherwise;
            }
            throw refused;
        }
    }
}
