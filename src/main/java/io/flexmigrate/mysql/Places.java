package io.flexmigrate.mysql;

import java.util.Collections;
import java.util.List;

/** The places of many values in one statement, so that one statement asks about all of them. */
final class Places {

    /** A prepared statement takes at most 65,535 values: refman/8.0/en/com-stmt-prepare.html counts them in two bytes. */
    private static final int MOST = 60_000;

    private Places() {}

    /** A list for {@code IN}, such as {@code (?, ?)}; a single NULL, which equals nothing, when there is no value. */
    static String in(List<?> values) {
        if (values.isEmpty()) {
            return "(NULL)";
        }
        requireFew(values.size());
        return "(" + String.join(", ", Collections.nCopies(values.size(), "?")) + ")";
    }

    /** A list of pairs for {@code IN}, such as {@code ((?, ?), (?, ?))}. */
    static String inPairs(List<?> pairs) {
        if (pairs.isEmpty()) {
            return "((NULL, NULL))";
        }
        requireFew(2 * pairs.size());
        return "(" + String.join(", ", Collections.nCopies(pairs.size(), "(?, ?)")) + ")";
    }

    private static void requireFew(int values) {
        if (values > MOST) {
            throw new IllegalArgumentException(values + " values are more than one statement takes");
        }
    }
}
