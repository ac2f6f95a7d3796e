package io.flexmigrate.stage.abort;

import io.flexmigrate.engine.Event;
import io.flexmigrate.engine.Facts;
import io.flexmigrate.engine.StageLog;
import io.flexmigrate.engine.StageName;
import io.flexmigrate.engine.Step;
import io.flexmigrate.mysql.Databases;
import io.flexmigrate.mysql.MySqlServer;
import io.flexmigrate.mysql.Session;
import io.flexmigrate.stage.Workspace;
import io.flexmigrate.stage.load.LoadStage;
import java.util.List;
import java.util.Map;

/** Drops the databases that LOAD made on the target, and deletes the dump. */
public record DataRemoval(MySqlServer target, Workspace workspace) implements Undoing {

    @Override
    public StageName stage() {
        return StageName.LOAD;
    }

    @Override
    public void undo(Facts facts, StageLog log) {
        List<String> made = made(log.past());
        try (Session session = target.open()) {
            Databases databases = new Databases(session);
            for (String database : made) {
                Step step = new Step("drop-database", database);
                log.intend(step, Map.of());
                databases.drop(database);
                log.reach(step, Map.of());
            }
        }
        workspace.discardDump();
    }

    /** The databases that LOAD made by these events, or was about to. */
    public static List<String> made(List<Event> events) {
        return events.stream()
                .filter(Event.Intended.class::isInstance)
                .map(event -> ((Event.Intended) event).step())
                .filter(LoadStage::makesDatabase)
                .map(Step::subject)
                .distinct()
                .toList();
    }
}
