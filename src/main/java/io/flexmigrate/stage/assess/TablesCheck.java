package io.flexmigrate.stage.assess;

import io.flexmigrate.model.Finding;
import io.flexmigrate.model.TableSize;
import io.flexmigrate.plan.Plan;
import java.util.ArrayList;
import java.util.List;

/** FM1042: tables are InnoDB. */
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
        }
        return findings;
    }
}
