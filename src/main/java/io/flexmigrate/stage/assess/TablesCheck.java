package io.flexmigrate.stage.assess;

import io.flexmigrate.model.Finding;
import io.flexmigrate.model.Rule;
import io.flexmigrate.model.TableSize;
import io.flexmigrate.plan.Plan;
import java.util.ArrayList;
import java.util.List;

/** FM1042, FM1043: tables are InnoDB and have a primary key. */
final class TablesCheck implements Check<SourceInventory> {

    static final Rule ENGINE = Rule.absolute(
            "FM1042",
            "Tables are InnoDB",
            "A table of another engine has no consistent snapshot: what is written to it during the dump is lost or comes twice. The flexible server supports InnoDB, and MEMORY for rows that nobody needs after a restart.",
            "https://learn.microsoft.com/azure/mysql/flexible-server/concepts-limitations");

    static final Rule PRIMARY_KEY = Rule.of(
            "FM1043",
            "Tables have a primary key",
            "Each replicated change of a row reads the whole table on the target, and the flexible server may add an invisible key.",
            "https://learn.microsoft.com/azure/mysql/flexible-server/concepts-data-in-replication");

    @Override
    public List<Rule> rules() {
        return List.of(ENGINE, PRIMARY_KEY);
    }

    @Override
    public List<Finding> findings(Plan plan, SourceInventory seen) {
        List<Finding> findings = new ArrayList<>();
        for (TableSize table : seen.tables()) {
            if (!table.engine().equalsIgnoreCase("InnoDB")) {
                findings.add(engine(table));
            }
            if (!table.hasPrimaryKey()) {
                findings.add(PRIMARY_KEY.warning(
                        table.name().toString(),
                        "It has no primary key, and about " + table.estimatedRows() + " rows.",
                        "Add a primary key before the migration if the table is large or busy."));
            }
        }
        return findings;
    }

    /** A flexible server supports MEMORY and no other engine beside InnoDB: azure concepts-limitations. */
    private static Finding engine(TableSize table) {
        String subject = table.name().toString();
        String remedy = "ALTER TABLE " + table.name().quoted() + " ENGINE=InnoDB;";
        if (table.engine().equalsIgnoreCase("MEMORY")) {
            return ENGINE.warning(
                    subject,
                    "Its engine is MEMORY: rows that are written during the dump may differ on the target, where VERIFY"
                            + " finds them, and a restart of either server empties it.",
                    remedy);
        }
        return ENGINE.blocker(subject, "Its engine is " + table.engine() + ".", remedy);
    }
}
