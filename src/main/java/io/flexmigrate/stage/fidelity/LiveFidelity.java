package io.flexmigrate.stage.fidelity;

import io.flexmigrate.model.Definition;
import io.flexmigrate.model.DefinitionDifference;
import io.flexmigrate.model.Fact;
import io.flexmigrate.model.ServerVersion;
import io.flexmigrate.mysql.Definitions;
import io.flexmigrate.mysql.MySqlServer;
import io.flexmigrate.mysql.Spelling;
import java.util.List;

/** Reads the definitions of both servers, one after the other. */
record LiveFidelity(MySqlServer source, MySqlServer target) implements Fidelity {

    @Override
    public List<DefinitionDifference> differences(Fact.Assessed assessed) {
        ServerVersion ofSource = ServerVersion.parse(assessed.sourceVersion());
        ServerVersion ofTarget = ServerVersion.parse(assessed.targetVersion());
        Spelling spelling = Spelling.of(ofSource, ofTarget);
        return DefinitionDifference.between(
                read(source, ofSource, spelling, assessed), read(target, ofTarget, spelling, assessed));
    }

    private static List<Definition> read(
            MySqlServer server, ServerVersion version, Spelling spelling, Fact.Assessed assessed) {
        return server.with(session -> new Definitions(session, version, spelling).of(assessed.databases()));
    }
}
