package io.flexmigrate.stage.load;

import io.flexmigrate.engine.Facts;
import io.flexmigrate.engine.Stage;
import io.flexmigrate.engine.StageFailedException;
import io.flexmigrate.engine.StageLog;
import io.flexmigrate.engine.StageName;
import io.flexmigrate.engine.Step;
import io.flexmigrate.model.AccountName;
import io.flexmigrate.model.Fact;
import io.flexmigrate.model.Finding;
import io.flexmigrate.model.SchemaObject;
import io.flexmigrate.model.ServerVersion;
import io.flexmigrate.mydumper.SessionStart;
import io.flexmigrate.mysql.Databases;
import io.flexmigrate.mysql.Dialect;
import io.flexmigrate.mysql.MySqlServer;
import io.flexmigrate.mysql.SchemaWriter;
import io.flexmigrate.mysql.Session;
import io.flexmigrate.plan.Plan;
import io.flexmigrate.stage.SnapshotBinlog;
import io.flexmigrate.stage.fidelity.FidelityCheck;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Brings the snapshot to the target: databases, tables with their rows, indexes and foreign keys, then views, routines,
 * triggers and events.
 *
 * <p>A load that did not end goes on where it was: a table whose rows are not known to be all there is made anew, all others
 * stay. After another dump everything is made anew. Only what the log says we created is ever dropped.
 */
public final class LoadStage implements Stage {

    private static final String CREATE = "create-database";
    private static final Step OBJECTS = Step.of("create-objects");

    private final Plan plan;
    private final MySqlServer source;
    private final MySqlServer target;
    private final TableLoading loading;
    private final FidelityCheck fidelity;

    public LoadStage(Plan plan, MySqlServer source, MySqlServer target, TableLoading loading, FidelityCheck fidelity) {
        this.plan = plan;
        this.source = source;
        this.target = target;
        this.loading = loading;
        this.fidelity = fidelity;
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
    public List<Finding> before(Facts facts) {
        return new SnapshotBinlog(source).findings(facts.get(Fact.Assessed.class), facts.get(Fact.Dumped.class));
    }

    @Override
    public Fact run(Facts facts, StageLog log) throws InterruptedException {
        Fact.Assessed assessed = facts.get(Fact.Assessed.class);
        Fact.Dumped dumped = facts.get(Fact.Dumped.class);
        LoadLedger ledger = ledger(log, dumped);
        if (ledger.isResumed()) {
            loading.endLeftovers(assessed, log);
        }
        makeDatabases(assessed.databases(), ledger);
        Map<String, Long> rows = loading.load(assessed, dumped, log);
        List<String> objects = objects(assessed, dumped.objects(), ledger);
        fidelity.requireOfSnapshot(facts);
        return new Fact.Loaded(
                rows,
                objects,
                dumped.objects().stream()
                        .flatMap(object -> newDefiner(object).stream())
                        .toList());
    }

    /** Such as {@code view shop.all: of old@%, now of admin1@%}; empty when it keeps its definer. */
    private Optional<String> newDefiner(SchemaObject object) {
        Optional<AccountName> old = SchemaWriter.definer(object);
        AccountName ours = new AccountName(plan.target().endpoint().user(), "%");
        return old.filter(definer -> !definer.equals(plan.definers().getOrDefault(definer, ours)))
                .map(definer -> object.label() + ": of " + definer + ", now of "
                        + plan.definers().getOrDefault(definer, ours));
    }

    /** A dump is told from others by its coordinates: at the same ones the source holds the same. */
    static LoadLedger ledger(StageLog log, Fact.Dumped dumped) {
        return new LoadLedger(log, dumped.coordinates().toString());
    }

    private List<String> objects(Fact.Assessed assessed, List<SchemaObject> objects, LoadLedger ledger) {
        String collation = new Dialect(ServerVersion.parse(assessed.targetVersion()))
                .collationOf(ServerVersion.parse(assessed.sourceVersion()));
        ObjectCreation creation = new ObjectCreation(target, collation, plan.definers());
        if (ledger.hasIntended(OBJECTS)) {
            creation.dropAll(objects);
        }
        ledger.intend(OBJECTS, Map.of("objects", Integer.toString(objects.size())));
        List<String> created = creation.create(objects);
        ledger.reach(OBJECTS, Map.of());
        return created;
    }

    private void makeDatabases(List<String> names, LoadLedger ledger) {
        Map<String, Databases.Defaults> onSource = source.with(session -> new Databases(session).defaults(names));
        try (Session session = target.open()) {
            Databases databases = new Databases(session);
            Map<String, Long> onTarget = databases.objectCounts();
            for (String name : names) {
                Optional<Long> objects = count(name, onTarget);
                if (objects.isEmpty() || !ledger.hasReached(step(name))) {
                    make(name, Optional.ofNullable(onSource.get(name)), objects, databases, ledger);
                }
            }
        }
    }

    private static Step step(String database) {
        return new Step(CREATE, database);
    }

    /** Whether this step makes the database that it names. */
    public static boolean makesDatabase(Step step) {
        return step.name().equals(CREATE);
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
    private static void make(
            String name,
            Optional<Databases.Defaults> onSource,
            Optional<Long> objects,
            Databases databases,
            LoadLedger ledger) {
        Databases.Defaults defaults = onSource.orElseThrow(() -> new StageFailedException(
                "The database " + name + " was dropped on the source after the dump.",
                "Begin again with a new work directory."));
        boolean ours = ledger.hasEverIntended(step(name));
        if (!ours && objects.orElse(0L) > 0) {
            throw new StageFailedException(
                    "The database " + name + " is not empty on the target any more.",
                    "Find out who made objects there; drop them if they are not needed.");
        }
        ledger.intend(step(name), Map.of("characterSet", defaults.characterSet(), "collation", defaults.collation()));
        if (ours || objects.isPresent()) {
            databases.drop(name);
        }
        databases.create(name, defaults);
        ledger.reach(step(name), Map.of());
    }

    /**
     * What every session of the loader begins with.
     *
     * @param collation a setting of {@link Dialect#collationOf}; may be empty
     */
    public static String initCommand(String collation) {
        return collation.isEmpty() ? SessionStart.ofLoad() : SessionStart.ofLoad() + ", " + collation;
    }
}
