package io.flexmigrate.stage.assess;

import io.flexmigrate.model.Finding;
import io.flexmigrate.model.TableSize;
import io.flexmigrate.plan.Plan;
import java.util.ArrayList;
import java.util.List;

/** FM1042, FM1043: tables are InnoDB, and have a primary key. */
final class TablesCheck implements Check<SourceInventory> {

    @Override
    public List<Finding> findings(Plan plan, SourceInventory seen) {
        List<Finding> findings = new ArrayList<>();
        for (TableSize table : seen.tables()) {
            if (!table.engine().equalsIgnoreCase("InnoDB")) {
                findings.add(Finding.blocker(
                        "FM1042",
                        table.name().toString(),
                        "Its engine is " + table.engine()
                                + ": it has no consistent snapshot, and the flexible server supports InnoDB only.",
                        "ALTER TABLE " + table.name().quoted() + " ENGINE=InnoDB;"));
            }
            if (!table.hasPrimaryKey()) {
                findings.add(Finding.warning(
                        "FM1043",
                        table.name().toString(),
                        "It has no primary key: each replicated change of it reads the whole table on the target ("
                                + table.estimatedRows() + " rows), and the flexible server may add an invisible one.",
                        "Add a primary key before the migration if the table is large or busy."));
            }
        }
        return findings;
    }
}
