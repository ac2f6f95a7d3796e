package io.flexmigrate.stage.assess;

import io.flexmigrate.mysql.WriteStatements;
import java.util.List;

/** The kinds of statements by which clients write, as far as they name databases; none where the server does not keep them. */
record SeenWrites(List<WriteStatements.Seen> statements) implements Part {
    SeenWrites {
        statements = List.copyOf(statements);
    }
}
