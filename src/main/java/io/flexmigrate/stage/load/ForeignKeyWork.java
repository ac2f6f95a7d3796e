package io.flexmigrate.stage.load;

import io.flexmigrate.model.TableForeignKey;
import io.flexmigrate.model.TableName;
import io.flexmigrate.mysql.MySqlServer;
import io.flexmigrate.mysql.Session;
import io.flexmigrate.mysql.TargetTables;
import java.util.ArrayList;
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
            keys = new LinkedHashMap<>(keys);
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
        for (PendingTable table : tables) {
            TableName name = table.name();
            List<TableForeignKey> keys = ledger.hasReached(LoadLedger.Work.FOREIGN_KEYS, name)
                    ? List.of()
                    : table.dumped().definition().foreignKeys();
            if (!keys.isEmpty()) {
                add(parts, name, keys);
            }
        }
        return parts;
    }

    private static void add(List<Part> parts, TableName table, List<TableForeignKey> keys) {
        if (parts.isEmpty() || isFull(parts.get(parts.size() - 1), table.database())) {
            parts.add(new Part(table.database(), Map.of()));
        }
        parts.get(parts.size() - 1).keys().put(table, keys);
    }

    private static boolean isFull(Part part, String database) {
        return !part.database().equals(database) || part.keys().size() == TOGETHER;
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
