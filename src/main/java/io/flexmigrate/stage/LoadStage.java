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
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        makeEmpty(assessed.databases(), log);
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

    private void makeEmpty(List<String> names, StageLog log) {
        Map<String, Databases.Defaults> onSource = source.with(session -> new Databases(session).defaults(names));
        try (Session session = target.open()) {
            Databases databases = new Databases(session);
            Map<String, Long> onTarget = databases.objectCounts();
            for (String name : names) {
                makeEmpty(name, Optional.ofNullable(onSource.get(name)), count(name, onTarget), databases, log);
            }
        }
    }

    /** Of the database of this name; where there is none, of one whose name differs in case only. */
    private static Optional<Long> count(String name, Map<String, Long> counts) {
        return Optional.ofNullable(counts.get(name))
                .or(() -> counts.entrySet().stream()
                        .filter(entry -> entry.getKey().equalsIgnoreCase(name))
                        .map(Map.Entry::getValue)
                        .max(Comparator.naturalOrder()));
    }

    /** @param objects how many there are in it on the target; empty when it is not there */
    private static void makeEmpty(
            String name,
            Optional<Databases.Defaults> onSource,
            Optional<Long> objects,
            Databases databases,
            StageLog log) {
        Step step = new Step("create-database", name);
        Databases.Defaults defaults = onSource.orElseThrow(() -> new StageFailedException(
                "The database " + name + " was dropped on the source after the dump.",
                "Begin again with a new work directory."));
        boolean ours = log.hasIntended(step);
        if (!ours && objects.orElse(0L) > 0) {
            throw new StageFailedException(
                    "The database " + name + " is not empty on the target any more.",
                    "Find out who made objects there; drop them if they are not needed.");
        }
        log.intend(step, Map.of("characterSet", defaults.characterSet(), "collation", defaults.collation()));
        if (ours || objects.isPresent()) {
            databases.drop(name);
        }
        databases.create(name, defaults);
        log.reach(step, Map.of());
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
                    ToolThreads.of(plan.load().threads()),
                    Optional.empty());
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
            Set<TableName> present = Set.copyOf(databases.tableNames(tables.stream()
                    .map(table -> table.name().database())
                    .distinct()
                    .toList()));
            for (TableSize table : tables) {
                TableName name = table.name();
                rows.put(name.toString(), present.contains(name) ? databases.countRows(name) : 0);
            }
        }
        return rows;
    }
}
