package io.flexmigrate.engine;

import io.flexmigrate.engine.Chronicle.Phase;
import io.flexmigrate.model.TableList;
import io.flexmigrate.model.TableName;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what was loaded, table by table, out of the steps of LOAD that name tables. */
final class LoadReading {

    private static final String LOAD = "load";
    private static final String INDEXES = "build-indexes";
    private static final String FOREIGN_KEYS = "add-foreign-keys";

    private String dump = "";
    private final Map<String, Instant> begun = new HashMap<>();
    private final Map<TableName, Phase> phases = new HashMap<>();
    private final Map<TableName, Long> rows = new HashMap<>();
    private final Map<TableName, Duration> filling = new HashMap<>();
    private final Map<TableName, Duration> indexing = new HashMap<>();

    private LoadReading() {}

    static LoadReading of(Progress progress) {
        LoadReading reading = new LoadReading();
        progress.events(StageName.LOAD).forEach(reading::read);
        return reading;
    }

    private void read(Event event) {
        if (event instanceof Event.Intended step) {
            forgetOtherDumps(step.details());
            begun.put(step.step().toString(), step.at());
            begin(step.step().name(), tables(step.details()));
        } else if (event instanceof Event.Reached step) {
            Optional.ofNullable(begun.remove(step.step().toString()))
                    .map(from -> Duration.between(from, step.at()))
                    .ifPresent(took -> end(step.step().name(), step.details(), took));
        }
    }

    /** What an older dump filled does not count. */
    private void forgetOtherDumps(Map<String, String> details) {
        String now = details.getOrDefault("dump", dump);
        if (!now.equals(dump)) {
            List.of(begun, phases, rows, filling, indexing).forEach(Map::clear);
            dump = now;
        }
    }

    private static List<TableName> tables(Map<String, String> details) {
        return TableList.tables(details.getOrDefault("database", ""), details.getOrDefault("tables", ""));
    }

    private void begin(String step, List<TableName> tables) {
        switch (step) {
            case LOAD -> tables.forEach(table -> phases.put(table, Phase.FILLING));
            case INDEXES, FOREIGN_KEYS -> tables.forEach(table -> phases.put(table, Phase.INDEXING));
            default -> {
                // because it is about no table
            }
        }
    }

    private void end(String step, Map<String, String> details, Duration took) {
        List<TableName> tables = tables(details);
        switch (step) {
            case LOAD -> filled(tables, details, took);
            case INDEXES, FOREIGN_KEYS ->
                tables.forEach(table -> {
                    phases.put(table, Phase.LOADED);
                    indexing.merge(table, took, Duration::plus);
                });
            default -> {
                // because it is about no table
            }
        }
    }

    private void filled(List<TableName> tables, Map<String, String> details, Duration took) {
        String[] counts = details.getOrDefault("rows", "").split(",", -1);
        List<TableName> lacking =
                TableList.tables(details.getOrDefault("database", ""), details.getOrDefault("to-index", ""));
        for (int i = 0; i < tables.size(); i++) {
            TableName table = tables.get(i);
            phases.put(table, lacking.contains(table) ? Phase.INDEXING : Phase.LOADED);
            filling.put(table, took);
            if (i < counts.length && counts[i].matches("\\d{1,18}")) {
                rows.put(table, Long.parseLong(counts[i]));
            }
        }
    }

    Phase phase(TableName table) {
        return phases.getOrDefault(table, Phase.TO_DO);
    }

    /** Counted on the target. */
    Optional<Long> rows(TableName table) {
        return Optional.ofNullable(rows.get(table));
    }

    Optional<Duration> filling(TableName table) {
        return Optional.ofNullable(filling.get(table));
    }

    Optional<Duration> indexing(TableName table) {
        return Optional.ofNullable(indexing.get(table));
    }
}
