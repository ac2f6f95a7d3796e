package io.flexmigrate.lab;

import io.flexmigrate.model.Identifier;
import io.flexmigrate.mysql.MySqlServer;
import io.flexmigrate.mysql.Row;
import io.flexmigrate.mysql.Sql;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Whether the target began exactly where the source ended, asked without help of the program that moved the data. The
 * source has stood still since the fence, and the target has gone on since.
 */
record DemoComparison(MySqlServer source, MySqlServer target, String database) {

    /** What is wrong, in words; nothing when all is well. */
    List<String> differences() {
        List<String> differences = new ArrayList<>();
        DemoData.TABLES.forEach(table -> compareChecksums(table, differences));
        Map<String, Row> before = transfers(source);
        Map<String, Row> after = transfers(target);
        before.forEach((id, transfer) -> {
            if (!transfer.toString().equals(String.valueOf(after.get(id)))) {
                differences.add(
                        "transfer " + id + " is " + transfer + " on the source, " + after.get(id) + " on the target");
            }
        });
        after.keySet().removeAll(before.keySet());
        compareBalances(after, differences);
        return differences;
    }

    private void compareChecksums(String table, List<String> differences) {
        String before = checksum(source, table);
        String after = checksum(target, table);
        if (!before.equals(after)) {
            differences.add(table + " has the checksum " + before + " on the source, " + after + " on the target");
        }
    }

    /** The balances at the fence and the transfers made after it must give the balances of now. */
    private void compareBalances(Map<String, Row> transfersAfter, List<String> differences) {
        Map<Long, Long> expected = balances(source);
        transfersAfter.values().forEach(transfer -> {
            expected.merge(transfer.number("debited"), -transfer.number("amount"), Long::sum);
            expected.merge(transfer.number("credited"), transfer.number("amount"), Long::sum);
        });
        Map<Long, Long> found = balances(target);
        if (!expected.equals(found)) {
            differences.add("the balances of the source and the " + transfersAfter.size()
                    + " transfers after the fence do not give the balances of the target");
        }
    }

    private String checksum(MySqlServer server, String table) {
        return server.query(Sql.of("comparing " + table, "CHECKSUM TABLE " + qualified(table)))
                .get(0)
                .text("Checksum");
    }

    private Map<String, Row> transfers(MySqlServer server) {
        Map<String, Row> transfers = new HashMap<>();
        Sql sql = Sql.of("comparing the transfers", "SELECT * FROM " + qualified("transfer"));
        server.query(sql).forEach(row -> transfers.put(row.text("id"), row));
        return transfers;
    }

    private Map<Long, Long> balances(MySqlServer server) {
        Map<Long, Long> balances = new HashMap<>();
        Sql sql = Sql.of("comparing the balances", "SELECT id, balance FROM " + qualified("account"));
        server.query(sql).forEach(row -> balances.put(row.number("id"), row.number("balance")));
        return balances;
    }

    private String qualified(String table) {
        return Identifier.quoted(database) + "." + table;
    }
}
