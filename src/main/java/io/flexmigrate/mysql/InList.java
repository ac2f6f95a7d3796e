package io.flexmigrate.mysql;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/** Values for {@code IN (…)}; no value at all is an empty text, which no name is. */
record InList(List<Object> values) {

    static InList of(Collection<String> values) {
        return new InList(values.isEmpty() ? List.of("") : new ArrayList<>(values));
    }

    /** A place for each value, between parentheses. */
    String places() {
        return "(" + String.join(", ", Collections.nCopies(values.size(), "?")) + ")";
    }
}
