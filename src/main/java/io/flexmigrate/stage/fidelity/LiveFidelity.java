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
        return differences(
                assessed.databases(),
                ServerVersion.parse(assessed.sourceVersion()),
                ServerVersion.parse(assessed.targetVersion()));
    }

    List<DefinitionDifference> differences(List<String> databases, ServerVersion older, ServerVersion newer) {
        Spelling spelling = Spelling.of(older, newer);
        DefinitionDigests ofSource = new DefinitionDigests();
        DefinitionDigests ofTarget = new DefinitionDigests();
        read(source, older, spelling, databases, ofSource::add);
        read(target, newer, spelling, databases, ofTarget::add);
        Set<String> owners =
                ofSource.differing(ofTarget).stream().sorted().limit(MOST).collect(Collectors.toSet());
        return owners.isEmpty()
                ? List.of()
                : DefinitionDifference.between(
                        some(source, older, spelling, databases, owners),
                        some(target, newer, spelling, databases, owners));
    }

    private static List<Definition> some(
            MySqlServer server, ServerVersion version, Spelling spelling, List<String> databases, Set<String> owners) {
        List<Definition> some = new ArrayList<>();
        read(server, version, spelling, databases, definition -> {
            if (owners.contains(definition.owner())) {
                some.add(definition);
            }
        });
        return some;
    }

    private static void read(
            MySqlServer server,
            ServerVersion version,
            Spelling spelling,
            List<String> databases,
            Consumer<Definition> receiver) {
        server.with(session -> {
            new Definitions(session, version, spelling).read(databases, receiver);
            return version;
        });
    }
}
