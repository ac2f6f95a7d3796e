package io.flexmigrate.stage.assess;

import io.flexmigrate.model.SpecialColumn;
import java.util.List;

/** Columns of base tables of the databases that move which some release of mydumper spoils. */
record SpoiltColumns(List<SpecialColumn> columns) implements Part {
    SpoiltColumns {
        columns = List.copyOf(columns);
    }
}
