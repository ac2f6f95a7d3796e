package io.flexmigrate.engine;

import io.flexmigrate.engine.Chronicle.Loading;
import io.flexmigrate.engine.Chronicle.Phase;
import io.flexmigrate.engine.Chronicle.Table;
import io.flexmigrate.model.Fact;
import io.flexmigrate.model.TableName;
import io.flexmigrate.model.TableSize;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads how far each table of a run is: loaded, and compared. */
final class TableReading {

    private final Progress progress;
    private final LoadReading loads;
    private final Map<String, Event.Observed> comparisons = new HashMap<>();

    TableReading(Progress progress) {
        this.progress = progress;
        this.loads = LoadReading.of(progress);
        progress.events().stream()
                .filter(event -> Observation.COMPARISON.text(event).isPresent())
                .map(Event.Observed.class::cast)
                .forEach(observed -> comparisons.put(observed.values().getOrDefault("table", ""), observed));
    }

    /** The largest first. */
    List<Table> tables() {
        return progress.facts().find(Fact.Assessed.class).map(Fact.Assessed::tables).orElse(List.of()).stream()
                .sorted(Comparator.comparingLong(TableSize::bytes).reversed().thenComparing(TableSize::name))
                .map(this::table)
                .toList();
    }

    private Table table(TableSize size) {
        Optional<Long> loaded = progress.facts()
                .find(Fact.Loaded.class)
                .map(fact -> fact.rows().get(size.name().toString()));
        Optional<Event.Observed> compared =
                Optional.ofNullable(comparisons.get(size.name().toString()));
        return new Table(
                size.name(),
                size.bytes(),
                loaded.or(() -> loads.rows(size.name())).orElse(size.estimatedRows()),
                loading(size.name(), loaded.isPresent()),
                compared.map(observed -> observed.values().getOrDefault(Observation.COMPARISON.key(), "")),
                compared.flatMap(observed -> millis(observed.values().getOrDefault("cost_ms", ""))));
    }

    private Loading loading(TableName table, boolean loaded) {
        return new Loading(loaded ? Phase.LOADED : loads.phase(table), loads.filling(table), loads.indexing(table));
    }

    private static Optional<Duration> millis(String text) {
        try {
            return Optional.of(Duration.ofMillis(Long.parseLong(text)));
        } catch (NumberFormatException unreadable) {
            return Optional.empty();
        }
    }
}
