package io.flexmigrate.stage.assess;

import io.flexmigrate.model.Finding;
import io.flexmigrate.model.Rule;
import io.flexmigrate.model.TableSize;
import io.flexmigrate.plan.Plan;
import java.util.ArrayList;
import java.util.List;

/** FM1042: tables are InnoDB. */
final class TablesCheck implements Check<SourceInventory> {

    static final Rule ENGINE = Rule.absolute(
            "FM1042",
            "Tables are InnoDB",
            "A table of another engine has no consistent snapshot: what is written to it during the dump is lost or comes twice. The flexible server supports InnoDB, and MEMORY for rows that nobody needs after a restart.",
            "https://learn.microsoft.com/azure/mysql/flexible-server/concepts-limitations");

    @Override
    public List<Rule> rules() {
        return List.of(ENGINE);
    }

    @Override
    public List<Finding> findings(Plan plan, SourceInventory seen) {
        List<Finding> findings = new ArrayList<>();
        for (TableSize table : seen.tables()) {
            if (!table.engine().equalsIgnoreCase("InnoDB")) {
                findings.add(engine(table));
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
