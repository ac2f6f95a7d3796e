package io.flexmigrate.stage.assess;

import io.flexmigrate.model.Finding;
import io.flexmigrate.model.Identifier;
import io.flexmigrate.model.Rule;
import io.flexmigrate.model.ServerVersion;
import io.flexmigrate.mysql.TableColumns.Column;
import io.flexmigrate.plan.Plan;
import io.flexmigrate.planning.Token;
import io.flexmigrate.planning.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** FM1223: the target has the types of all columns. */
final class ColumnTypesCheck implements Check<BothServers> {

    static final Rule RULE = Rule.absolute(
            "FM1223",
            "The target has the types of all columns",
            "The target refuses a table with such a column, so LOAD would fail.",
            "https://dev.mysql.com/doc/refman/8.0/en/upgrading-from-previous-series.html");

    private static final ServerVersion V80 = new ServerVersion(8, 0, 0);

    /** AUTO_INCREMENT with FLOAT and DOUBLE went with 8.4.0: refman/8.4/en/mysql-nutshell.html. */
    private static final ServerVersion V84 = new ServerVersion(8, 4, 0);

    /** Characters in a value of ENUM and SET from 8.0 on: refman/8.0/en/string-type-syntax.html. */
    private static final int LONGEST_VALUE = 255;

    @Override
    public List<Rule> rules() {
        return List.of(RULE);
    }

    @Override
    public List<Finding> findings(Plan plan, BothServers seen) {
        List<Finding> findings = new ArrayList<>();
        for (Column column : seen.source().part(ColumnTraits.class).columns()) {
            String name = Identifier.quoted(column.name());
            if (between(seen, V80) && column.columnType().startsWith("year(2)")) {
                findings.add(refused(column, "a year of two digits, which 8.0 has not", "MODIFY " + name + " YEAR"));
            }
            if (between(seen, V80) && hasLongValue(column)) {
                findings.add(refused(
                        column,
                        "a list of values of which one is longer than 255 characters, which 8.0 refuses (error 3505)",
                        "MODIFY " + name + " VARCHAR(1000)"));
            }
            if (between(seen, V84) && column.isCounter() && isFloating(column)) {
                findings.add(refused(
                        column,
                        "a floating-point number with AUTO_INCREMENT, which 8.4 refuses",
                        "MODIFY " + name + " BIGINT NOT NULL AUTO_INCREMENT"));
            }
        }
        return findings;
    }

    private static boolean between(BothServers seen, ServerVersion since) {
        return seen.source().server().version().compareTo(since) < 0
                && seen.target().server().version().compareTo(since) >= 0;
    }

    private static boolean hasLongValue(Column column) {
        return Set.of("enum", "set").contains(column.dataType())
                && Tokens.of(column.columnType(), "NO_BACKSLASH_ESCAPES").stream()
                        .filter(token -> token.kind() == Token.Kind.TEXT)
                        .anyMatch(token ->
                                token.text().codePointCount(0, token.text().length()) > LONGEST_VALUE);
    }

    private static boolean isFloating(Column column) {
        return Set.of("float", "double").contains(column.dataType());
    }

    private static Finding refused(Column column, String what, String change) {
        return RULE.blocker(
                column.table() + "." + column.name(),
                "It is " + what + ".",
                "Change it on the source:\nALTER TABLE " + column.table().quoted() + " " + change + ";");
    }
}
