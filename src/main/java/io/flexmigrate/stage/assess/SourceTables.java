package io.flexmigrate.stage.assess;

import io.flexmigrate.model.TableSize;
import java.util.List;

/** Base tables of the databases that move. */
record SourceTables(List<TableSize> tables) implements Part {
    SourceTables {
        tables = List.copyOf(tables);
    }
}
