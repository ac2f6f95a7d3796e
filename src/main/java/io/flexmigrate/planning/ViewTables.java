package io.flexmigrate.planning;

import io.flexmigrate.model.TableName;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Finds the tables that the query of a view reads, as the server writes it: with the database before every table. */
public final class ViewTables {

    private static final Set<String> BEFORE_A_TABLE = Set.of("FROM", "JOIN", "STRAIGHT_JOIN");

    private ViewTables() {}

    /** Each table once; views and tables of the system too. */
    public static Set<TableName> of(List<Token> tokens) {
        Set<TableName> tables = new LinkedHashSet<>();
        for (int at = 0; at + 2 < tokens.size(); at++) {
            if (tokens.get(at).kind() == Token.Kind.NAME
                    && tokens.get(at + 1).isSign(".")
                    && tokens.get(at + 2).kind() == Token.Kind.NAME
                    && isAfterFrom(tokens, at)) {
                tables.add(
                        new TableName(tokens.get(at).text(), tokens.get(at + 2).text()));
            }
        }
        return tables;
    }

    private static boolean isAfterFrom(List<Token> tokens, int at) {
        int before = at - 1;
        while (before >= 0 && tokens.get(before).isSign("(")) {
            before--;
        }
        return before >= 0 && BEFORE_A_TABLE.contains(tokens.get(before).shape());
    }
}
