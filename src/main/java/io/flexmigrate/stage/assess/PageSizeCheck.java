package io.flexmigrate.stage.assess;

import io.flexmigrate.model.Finding;
import io.flexmigrate.model.Rule;
import io.flexmigrate.plan.Plan;
import java.util.List;

/** FM1414: rows that fit into a page of the source fit into one of the target. */
final class PageSizeCheck implements Check<BothServers> {

    private static final String VARIABLE = "innodb_page_size";
    private static final Rule RULE = Rule.of(
            "FM1414",
            "The target's pages are as large as the source's",
            "A row may take about half a page: tables with longer ones are refused on the target with error 1118. A flexible server has"
                    + " pages of 16 KiB, and that cannot be changed.",
            "https://dev.mysql.com/doc/refman/8.0/en/innodb-limits.html");

    @Override
    public List<Rule> rules() {
        return List.of(RULE);
    }

    @Override
    public List<Finding> findings(Plan plan, BothServers seen) {
        long source = seen.source().server().variables().number(VARIABLE);
        long target = seen.target().server().variables().number(VARIABLE);
        if (source <= target || target == 0) {
            return List.of();
        }
        return List.of(RULE.warning(
                "target " + VARIABLE,
                "It is " + source + " on the source and " + target + " on the target.",
                """
                        Try the definitions on the target before the migration, and split tables that it refuses or make their long \
                        columns TEXT or BLOB. Candidates, on the source:
                        SELECT TABLE_SCHEMA, TABLE_NAME, SUM(CHARACTER_OCTET_LENGTH) AS octets FROM information_schema.COLUMNS \
                        WHERE DATA_TYPE IN ('char', 'binary', 'varchar', 'varbinary') GROUP BY 1, 2 HAVING octets > %d;""".formatted(target / 2)));
    }
}
