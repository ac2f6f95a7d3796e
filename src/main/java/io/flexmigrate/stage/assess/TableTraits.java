package io.flexmigrate.stage.assess;

import io.flexmigrate.model.TableName;
import io.flexmigrate.mysql.TableFiles;
import io.flexmigrate.mysql.TableFiles.Placement;
import io.flexmigrate.mysql.TableOptions;
import io.flexmigrate.mysql.TableOptions.CollationUse;
import io.flexmigrate.mysql.TableOptions.Options;
import io.flexmigrate.stage.assess.PartReader.Context;
import java.util.List;
import java.util.Locale;

/**
 * What is special of the tables of the databases that move.
 *
 * @param options tables that are partitioned, encrypted or of a fixed row format
 * @param elsewhere tables that are not in the data directory
 * @param collations what databases and tables have by default
 */
record TableTraits(List<Options> options, List<Placement> elsewhere, List<CollationUse> collations) implements Part {
    TableTraits {
        options = List.copyOf(options);
        elsewhere = List.copyOf(elsewhere);
        collations = List.copyOf(collations);
    }

    static TableTraits read(Context context) {
        List<String> scope = context.parts().get(SourceDatabases.class).scope();
        TableOptions options = new TableOptions(context.session());
        return new TableTraits(
                options.special(scope),
                new TableFiles(context.session(), context.server().dialect())
                        .elsewhere().stream()
                                .filter(placement ->
                                        scope.contains(placement.table().database()))
                                .toList(),
                options.collations(scope));
    }

    /** Tables with this option, written in lower case. */
    List<TableName> with(String option) {
        return options.stream()
                .filter(options -> options.options().toLowerCase(Locale.ROOT).contains(option))
                .map(Options::table)
                .toList();
    }
}
