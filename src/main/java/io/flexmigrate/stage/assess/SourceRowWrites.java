package io.flexmigrate.stage.assess;

import java.util.Map;

/** Rows written to each database of the scope since the source started; empty where the server does not count. */
record SourceRowWrites(Map<String, Long> rows) implements Part {
    SourceRowWrites {
        rows = Map.copyOf(rows);
    }
}
