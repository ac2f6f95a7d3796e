package io.flexmigrate.stage.load;

import io.flexmigrate.model.TableForeignKey;
import io.flexmigrate.model.TableName;
import io.flexmigrate.mysql.MySqlServer;
import io.flexmigrate.mysql.Session;
import io.flexmigrate.mysql.TargetTables;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Adds foreign keys to tables that are all there, filled and indexed. */
record ForeignKeyWork(MySqlServer target, String collation, LoadLedger ledger) {

    /** So many tables are done under one entry of the journal. */
    private static final int TOGETHER = 50;

    /** Tables of one database that lack foreign keys. */
    record Part(String database, Map<TableName, List<TableForeignKey>> keys) {

        Part {
            keys = Collections.unmodifiableMap(new LinkedHashMap<>(keys));
        }

        List<TableName> tables() {
            return List.copyOf(keys.keySet());
        }

        String label() {
            return keys.size() == 1
                    ? tables().get(0).toString()
                    : keys.size() + " tables of " + database + " from "
                            + tables().get(0).table();
        }
    }

    /** What is to be done for these tables, which are in the order of their databases. */
    List<Part> parts(List<PendingTable> tables) {
        List<Part> parts = new ArrayList<>();
        Map<TableName, List<TableForeignKey>> keys = new LinkedHashMap<>();
        for (PendingTable table : tables) {
            TableName name = table.name();
            List<TableForeignKey> missing = ledger.hasReached(LoadLedger.Work.FOREIGN_KEYS, name)
                    ? List.of()
                    : table.dumped().definition().foreignKeys();
            if (missing.isEmpty()) {
                continue;
            }
            if (keys.size() == TOGETHER || !areOf(name.database(), keys)) {
                addTo(parts, keys);
            }
            keys.put(name, missing);
        }
        addTo(parts, keys);
        return parts;
    }

    private static boolean areOf(String database, Map<TableName, List<TableForeignKey>> keys) {
        return keys.keySet().stream().allMatch(table -> table.database().equals(database));
    }

    private static void addTo(List<Part> parts, Map<TableName, List<TableForeignKey>> keys) {
        if (!keys.isEmpty()) {
            parts.add(new Part(keys.keySet().iterator().next().database(), keys));
            keys.clear();
        }
    }

    /** Adds the keys of a part, as far as an earlier try has not. */
    void add(Part part) {
        boolean maybeThere =
                part.tables().stream().anyMatch(table -> ledger.hasIntended(LoadLedger.Work.FOREIGN_KEYS, table));
        ledger.intend(LoadLedger.Work.FOREIGN_KEYS, part.label(), part.tables());
        try (Session session = target.open()) {
            TargetTables tables = new TargetTables(session, part.database());
            tables.prepare(collation);
            Map<String, Set<String>> there = maybeThere ? tables.foreignKeys() : Map.of();
            part.keys().forEach((table, keys) -> {
                Set<String> names = there.getOrDefault(table.table().toLowerCase(Locale.ROOT), Set.of());
                List<TableForeignKey> missing = keys.stream()
                        .filter(key -> !names.contains(key.name().toLowerCase(Locale.ROOT)))
                        .toList();
                if (!missing.isEmpty()) {
                    tables.add(table, missing);
                }
            });
        }
        ledger.reach(LoadLedger.Work.FOREIGN_KEYS, part.label(), part.tables());
    }
}
