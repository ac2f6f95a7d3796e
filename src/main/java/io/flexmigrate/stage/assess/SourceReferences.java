package io.flexmigrate.stage.assess;

import io.flexmigrate.mysql.ForeignKeys;
import io.flexmigrate.planning.CodeReferences;
import io.flexmigrate.planning.Reference;
import io.flexmigrate.stage.assess.PartReader.Context;
import java.util.List;
import java.util.stream.Stream;

/** What in a database of the source names something in another one, whether the databases move or not. */
record SourceReferences(List<Reference> references) implements Part {

    static final String FOREIGN_KEY = "foreign key";

    SourceReferences {
        references = List.copyOf(references);
    }

    static SourceReferences read(Context context) {
        Stream<Reference> keys = new ForeignKeys(context.session())
                .acrossDatabases().stream()
                        .map(key -> new Reference(
                                FOREIGN_KEY,
                                key.table().database(),
                                key.table().table() + "." + key.name(),
                                key.parent().database(),
                                key.parent().table()));
        CodeReferences code = CodeReferences.to(
                context.parts().get(SourceDatabases.class).all(),
                context.server().variables().text("lower_case_table_names").equals("0"));
        Stream<Reference> named =
                context.parts().get(StoredCode.class).objects().stream().flatMap(object -> code.of(object).stream());
        return new SourceReferences(Stream.concat(keys, named).toList());
    }
}
