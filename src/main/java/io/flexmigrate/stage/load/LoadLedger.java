package io.flexmigrate.stage.load;

import io.flexmigrate.engine.Advance;
import io.flexmigrate.engine.Event;
import io.flexmigrate.engine.Observation;
import io.flexmigrate.engine.StageLog;
import io.flexmigrate.engine.Step;
import io.flexmigrate.model.TableList;
import io.flexmigrate.model.TableName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is loaded and what is not, over all attempts: a fold over the stage's log, and the pen that many lanes write it with.
 *
 * <p>Only steps that speak of the same dump count: a table that an older dump filled is not filled.
 */
final class LoadLedger {

    private static final String DUMP = "dump";
    private static final String DATABASE = "database";
    private static final String TABLES = "tables";
    private static final String ROWS = "rows";
    private static final String TO_INDEX = "to-index";

    /** What is done to tables, as the journal calls it. */
    enum Work {
        /** They are made and filled; reached when all their rows were counted. */
        LOAD("load"),
        /** Their secondary indexes are built. */
        INDEXES("build-indexes"),
        FOREIGN_KEYS("add-foreign-keys");

        private final String step;

        Work(String step) {
            this.step = step;
        }
    }

    private final StageLog log;
    private final String dump;
    private final boolean resumed;
    private final Set<Step> intendedSteps = new HashSet<>();
    private final Set<Step> reachedSteps = new HashSet<>();
    private final Map<Work, Set<TableName>> intended = new HashMap<>();
    private final Map<Work, Set<TableName>> reached = new HashMap<>();
    private final Map<TableName, Long> rows = new HashMap<>();

    /** @param dump by which the dump is told from others, such as its coordinates */
    LoadLedger(StageLog log, String dump) {
        this.log = log;
        this.dump = dump;
        for (Work work : Work.values()) {
            intended.put(work, new HashSet<>());
            reached.put(work, new HashSet<>());
        }
        List<Event> past = log.past();
        this.resumed = past.stream().anyMatch(Event.Intended.class::isInstance);
        past.forEach(this::fold);
    }

    private void fold(Event event) {
        if (event instanceof Event.Intended step && isOfThisDump(step.details())) {
            intendedSteps.add(step.step());
            note(intended, step.step(), step.details());
        } else if (event instanceof Event.Reached step && isOfThisDump(step.details())) {
            reachedSteps.add(step.step());
            note(reached, step.step(), step.details());
        }
    }

    private boolean isOfThisDump(Map<String, String> details) {
        return dump.equals(details.get(DUMP));
    }

    private void note(Map<Work, Set<TableName>> done, Step step, Map<String, String> details) {
        for (Work work : Work.values()) {
            if (work.step.equals(step.name())) {
                List<TableName> tables =
                        TableList.tables(details.getOrDefault(DATABASE, ""), details.getOrDefault(TABLES, ""));
                done.getOrDefault(work, new HashSet<>()).addAll(tables);
                noteLoaded(tables, details);
            }
        }
    }

    private void noteLoaded(List<TableName> tables, Map<String, String> details) {
        if (!details.containsKey(ROWS)) {
            return;
        }
        noteRows(tables, details.getOrDefault(ROWS, ""));
        Set<TableName> indexed = reached.getOrDefault(Work.INDEXES, new HashSet<>());
        indexed.addAll(tables);
        TableList.tables(details.getOrDefault(DATABASE, ""), details.getOrDefault(TO_INDEX, ""))
                .forEach(indexed::remove);
    }

    private void noteRows(List<TableName> tables, String text) {
        String[] counts = text.split(",", -1);
        for (int i = 0; i < tables.size(); i++) {
            rows.put(tables.get(i), Long.parseLong(counts[i]));
        }
    }

    /** Whether an earlier attempt has begun to change the target. */
    boolean isResumed() {
        return resumed;
    }

    /** Whether an attempt with this dump has done this. */
    synchronized boolean hasReached(Step step) {
        return reachedSteps.contains(step);
    }

    /** Whether an attempt with this dump was about to do this, or more. */
    synchronized boolean hasIntended(Step step) {
        return intendedSteps.contains(step);
    }

    /** Whether an attempt with any dump was about to do this. */
    boolean hasEverIntended(Step step) {
        return log.hasIntended(step);
    }

    synchronized boolean hasIntended(Work work, TableName table) {
        return intended.getOrDefault(work, Set.of()).contains(table);
    }

    synchronized boolean hasReached(Work work, TableName table) {
        return reached.getOrDefault(work, Set.of()).contains(table);
    }

    /** The rows that were counted on the target, of the tables that are filled. */
    synchronized Map<TableName, Long> rows() {
        return Map.copyOf(rows);
    }

    /** A table that is filled according to this, but is not there, has to be filled again. */
    synchronized void forget(TableName table) {
        for (Work work : Work.values()) {
            reached.getOrDefault(work, new HashSet<>()).remove(table);
        }
        rows.remove(table);
    }

    synchronized void intend(Step step, Map<String, String> details) {
        log.intend(step, withDump(details));
        intendedSteps.add(step);
    }

    synchronized void reach(Step step, Map<String, String> details) {
        log.reach(step, withDump(details));
        reachedSteps.add(step);
    }

    /** @param tables of one database, at least one */
    synchronized void intend(Work work, String label, List<TableName> tables) {
        Map<String, String> details = withDump(details(tables));
        Step step = new Step(work.step, label);
        log.intend(step, details);
        note(intended, step, details);
    }

    /** @param tables of one database, at least one */
    synchronized void reach(Work work, String label, List<TableName> tables) {
        Map<String, String> details = withDump(details(tables));
        Step step = new Step(work.step, label);
        log.reach(step, details);
        note(reached, step, details);
    }

    /**
     * Writes that tables are filled.
     *
     * @param counts rows of each of the tables, in their order
     * @param toIndex those of the tables that lack indexes
     */
    synchronized void reachLoad(String label, List<TableName> tables, List<Long> counts, List<TableName> toIndex) {
        Map<String, String> details = withDump(details(tables));
        details.put(TO_INDEX, TableList.text(toIndex));
        details.put(ROWS, counts.stream().map(count -> Long.toString(count)).collect(Collectors.joining(",")));
        Step step = new Step(Work.LOAD.step, label);
        log.reach(step, details);
        note(reached, step, details);
    }

    synchronized void warn(String message) {
        log.observe(Observation.WARNING.what(), Map.of(Observation.WARNING.key(), message));
    }

    synchronized void progress(Advance advance) {
        log.observe(Observation.LOAD_PROGRESS.what(), advance.values());
    }

    private static Map<String, String> details(List<TableName> tables) {
        Map<String, String> details = new HashMap<>();
        details.put(DATABASE, tables.get(0).database());
        details.put(TABLES, TableList.text(new ArrayList<>(tables)));
        return details;
    }

    private Map<String, String> withDump(Map<String, String> details) {
        Map<String, String> all = new HashMap<>(details);
        all.put(DUMP, dump);
        return all;
    }
}
