package io.flexmigrate.stage.fidelity;

import io.flexmigrate.model.Action;
import io.flexmigrate.model.DefinitionDifference;
import io.flexmigrate.model.Fact;
import io.flexmigrate.mysql.MySqlServer;
import io.flexmigrate.mysql.ServerInventory;
import java.util.List;
import java.util.function.Consumer;

/** What two servers define differently. */
@FunctionalInterface
public interface Fidelity {

    /** All of it at this moment, in the databases that move. */
    List<DefinitionDifference> differences(Fact.Assessed assessed);

    /** Looks at both servers. */
    static Fidelity live(MySqlServer source, MySqlServer target) {
        return new LiveFidelity(source, target);
    }

    /** What these two servers define differently at this moment, in these databases; on their own, not in a run. */
    static List<DefinitionDifference> between(MySqlServer source, MySqlServer target, List<String> databases) {
        return new LiveFidelity(source, target)
                .differences(
                        databases,
                        source.with(ServerInventory::read).version(),
                        target.with(ServerInventory::read).version());
    }

    /** Says what would be compared, and finds it equal. */
    static Fidelity described(Consumer<Action> sink) {
        return assessed -> {
            String text = "compare the definitions of all " + assessed.tables().size()
                    + " table(s), and of all views, routines, triggers and events, on both servers";
            sink.accept(new Action(Action.Kind.NOTE, Action.HERE, text));
            return List.of();
        };
    }
}
