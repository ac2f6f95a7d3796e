package io.flexmigrate.stage;

import io.flexmigrate.engine.Facts;
import io.flexmigrate.engine.Observation;
import io.flexmigrate.engine.Stage;
import io.flexmigrate.engine.StageFailedException;
import io.flexmigrate.engine.StageLog;
import io.flexmigrate.engine.StageName;
import io.flexmigrate.engine.Step;
import io.flexmigrate.model.Fact;
import io.flexmigrate.model.SchemaObject;
import io.flexmigrate.model.ServerVersion;
import io.flexmigrate.model.TableName;
import io.flexmigrate.model.TableSize;
import io.flexmigrate.mydumper.LoadCommand;
import io.flexmigrate.mydumper.LoadLog;
import io.flexmigrate.mydumper.LoadRequest;
import io.flexmigrate.mydumper.ToolVersion;
import io.flexmigrate.mysql.Clients;
import io.flexmigrate.mysql.Databases;
import io.flexmigrate.mysql.MySqlServer;
import io.flexmigrate.mysql.SchemaWriter;
import io.flexmigrate.mysql.Session;
import io.flexmigrate.plan.Plan;
import io.flexmigrate.time.SystemClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Loads the dump with myloader, then makes views, routines, triggers and events itself.
 *
 * <p>A load that did not end is begun again from empty databases: what the log says we created is dropped, nothing else.
 */
public final class LoadStage implements Stage {

    /** Because the target's own mode may refuse what the source holds, such as a default of 0000-00-00. */
    private static final String LENIENT = "SET SESSION sql_mode = 'NO_AUTO_VALUE_ON_ZERO'";

    private static final Duration REPORT = Duration.ofSeconds(10);

    private final Plan plan;
    private final Logins logins;
    private final MySqlServer source;
    private final MySqlServer target;
    private final Toolbox tools;
    private final Workspace workspace;

    public LoadStage(
            Plan plan, Logins logins, MySqlServer source, MySqlServer target, Toolbox tools, Workspace workspace) {
        this.plan = plan;
        this.logins = logins;
        this.source = source;
        this.target = target;
        this.tools = tools;
        this.workspace = workspace;
    }

    @Override
    public StageName name() {
        return StageName.LOAD;
    }

    @Override
    public Set<Class<? extends Fact>> needs() {
        return Set.of(Fact.Assessed.class, Fact.Dumped.class);
    }

    @Override
    public Fact run(Facts facts, StageLog log) throws InterruptedException {
        Fact.Assessed assessed = facts.get(Fact.Assessed.class);
        List<SchemaObject> objects = facts.get(Fact.Dumped.class).objects();
        for (String database : assessed.databases()) {
            makeEmpty(database, log);
        }
        String collation =
                LinkStage.dialect(assessed.targetVersion()).collationOf(ServerVersion.parse(assessed.sourceVersion()));
        load(collation, log);
        log.intend(Step.of("create-objects"), Map.of("objects", Integer.toString(objects.size())));
        List<String> created = new ObjectCreation(target, collation).create(objects);
        log.reach(Step.of("create-objects"), Map.of());
        return new Fact.Loaded(
                rows(assessed.tables()),
                created,
                objects.stream()
                        .filter(SchemaWriter::namesDefiner)
                        .map(SchemaObject::label)
                        .toList());
    }

    private void makeEmpty(String database, StageLog log) {
        Step step = new Step("create-database", database);
        Databases.Defaults defaults = source.with(session -> new Databases(session).defaults(database))
                .orElseThrow(() -> new StageFailedException(
                        "The database " + database + " was dropped on the source after the dump.",
                        "Begin again with a new work directory."));
        try (Session session = target.open()) {
            Databases databases = new Databases(session);
            boolean ours = log.hasIntended(step);
            if (!ours && databases.objectCount(database) > 0) {
                throw new StageFailedException(
                        "The database " + database + " is not empty on the target any more.",
                        "Find out who made objects there; drop them if they are not needed.");
            }
            log.intend(step, Map.of("characterSet", defaults.characterSet(), "collation", defaults.collation()));
            if (ours || databases.exists(database)) {
                databases.drop(database);
            }
            databases.create(database, defaults);
            log.reach(step, Map.of());
        }
    }

    private void load(String collation, StageLog log) throws InterruptedException {
        ToolVersion tool = tools.myloader();
        Plan.Endpoint endpoint = plan.target().endpoint();
        try (Session watch = target.open();
                Credentials credentials = workspace.credentials(endpoint, logins.target(), initCommand(collation))) {
            LoadRequest request = new LoadRequest(
                    tools.programs().myloader(),
                    credentials.file(),
                    endpoint.host(),
                    endpoint.port(),
                    endpoint.tls(),
                    workspace.dumpDirectory(),
                    ToolThreads.of(plan.load().threads()));
            log.intend(Step.of("load"), Map.of());
            SystemClock.Stopwatch stopwatch = SystemClock.stopwatch();
            Idleness idleness = new Idleness(new Clients(watch));
            try (ToolRun myloader = ToolRun.start(
                    "myloader",
                    tools.work(),
                    LoadCommand.of(tool, request),
                    workspace.toolLog("myloader"),
                    LoadLog::read)) {
                while (!myloader.ends(REPORT)) {
                    log.observe(
                            Observation.LOAD_PROGRESS.what(),
                            Map.of(
                                    Observation.LOAD_PROGRESS.key(),
                                    Long.toString(stopwatch.elapsed().toSeconds())));
                    if (idleness.isHang(0)) {
                        throw new StageFailedException(
                                String.valueOf(new ToolHangException("myloader").getMessage()),
                                "Run the same command again: it loads anew. See logs/myloader.log.");
                    }
                }
                myloader.requireSuccess("logs/myloader.log");
            }
            log.reach(Step.of("load"), Map.of());
        }
    }

    /**
     * What every session of the loader begins with.
     *
     * @param collation a setting of {@link io.flexmigrate.mysql.Dialect#collationOf}; may be empty
     */
    public static String initCommand(String collation) {
        return collation.isEmpty() ? LENIENT : LENIENT + ", " + collation;
    }

    private Map<String, Long> rows(List<TableSize> tables) {
        Map<String, Long> rows = new TreeMap<>();
        try (Session session = target.open()) {
            Databases databases = new Databases(session);
            for (TableSize table : tables) {
                TableName name = table.name();
                rows.put(name.toString(), databases.exists(name) ? databases.countRows(name) : 0);
            }
        }
        return rows;
    }
}
