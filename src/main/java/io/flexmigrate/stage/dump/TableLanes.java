package io.flexmigrate.stage.dump;

import io.flexmigrate.model.TableName;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Which lane takes which table next.
 *
 * <p>A row of long values stands in memory as a whole, so one lane alone takes the tables that have such.
 */
final class TableLanes {

    private final Queue<TableName> withLongValues = new ConcurrentLinkedQueue<>();
    private final Queue<TableName> others = new ConcurrentLinkedQueue<>();
    private final int count;

    /**
     * @param tables in the order in which they are to be taken
     * @param most lanes at most
     */
    TableLanes(List<TableName> tables, Set<TableName> longOnes, int most) {
        tables.forEach(table -> (longOnes.contains(table) ? withLongValues : others).add(table));
        int useful = others.size() + (withLongValues.isEmpty() ? 0 : 1);
        this.count = Math.min(most, useful);
    }

    int count() {
        return count;
    }

    /**
     * The next table of a lane; empty when there is none left for it.
     *
     * @param lane from 0 on
     */
    Optional<TableName> next(int lane) {
        Optional<TableName> one = lane == 0 ? Optional.ofNullable(withLongValues.poll()) : Optional.empty();
        return one.or(() -> Optional.ofNullable(others.poll()));
    }
}
