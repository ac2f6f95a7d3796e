package io.flexmigrate.stage.fidelity;

import io.flexmigrate.model.Definition;
import io.flexmigrate.model.DefinitionDifference;
import io.flexmigrate.model.DefinitionDigests;
import io.flexmigrate.model.Fact;
import io.flexmigrate.model.ServerVersion;
import io.flexmigrate.mysql.Definitions;
import io.flexmigrate.mysql.MySqlServer;
import io.flexmigrate.mysql.Spelling;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Reads the definitions of both servers in short, and once more in full what differs, so that memory stays small. */
record LiveFidelity(MySqlServer source, MySqlServer target) implements Fidelity {

    /** Of more tables and objects the rest is told of next time. */
    private static final int MOST = 1_000;

    @Override
    public List<DefinitionDifference> differences(Fact.Assessed assessed) {
        DefinitionDigests ofSource = new DefinitionDigests();
        DefinitionDigests ofTarget = new DefinitionDigests();
        read(source, assessed.sourceVersion(), assessed, ofSource::add);
        read(target, assessed.targetVersion(), assessed, ofTarget::add);
        Set<String> owners =
                ofSource.differing(ofTarget).stream().sorted().limit(MOST).collect(Collectors.toSet());
        if (owners.isEmpty()) {
            return List.of();
        }
        return DefinitionDifference.between(
                some(source, assessed.sourceVersion(), assessed, owners),
                some(target, assessed.targetVersion(), assessed, owners));
    }

    private static List<Definition> some(
            MySqlServer server, String version, Fact.Assessed assessed, Set<String> owners) {
        List<Definition> some = new ArrayList<>();
        read(server, version, assessed, definition -> {
            if (owners.contains(definition.owner())) {
                some.add(definition);
            }
        });
        return some;
    }

    private static void read(
            MySqlServer server, String version, Fact.Assessed assessed, Consumer<Definition> receiver) {
        Spelling spelling = Spelling.of(
                ServerVersion.parse(assessed.sourceVersion()), ServerVersion.parse(assessed.targetVersion()));
        server.with(session -> {
            new Definitions(session, ServerVersion.parse(version), spelling).read(assessed.databases(), receiver);
            return version;
        });
    }
}
