package io.flexmigrate.cli;

import io.flexmigrate.model.TableName;
import java.util.List;
import java.util.regex.Pattern;

/** Tables named by patterns such as {@code shop.orders} and {@code shop.*}; none means all. */
record TableChoice(List<String> patterns) {

    TableChoice {
        patterns = List.copyOf(patterns);
    }

    /**
     * Those that a pattern names.
     *
     * @throws RefusedException with every pattern that names none
     */
    List<TableName> of(List<TableName> tables) {
        List<String> idle = patterns.stream()
                .filter(pattern -> tables.stream().noneMatch(table -> names(pattern, table)))
                .toList();
        if (!idle.isEmpty()) {
            throw new RefusedException("The plan moves no table of the source named " + String.join(" or ", idle)
                    + ". Write database.table, with * for any part of a name.");
        }
        return patterns.isEmpty()
                ? tables
                : tables.stream()
                        .filter(table -> patterns.stream().anyMatch(pattern -> names(pattern, table)))
                        .toList();
    }

    private static boolean names(String pattern, TableName table) {
        // because a name may hold line feeds
        String expression = "(?s)" + Pattern.quote(pattern).replace("*", "\\E.*\\Q");
        return table.toString().matches(expression);
    }
}
