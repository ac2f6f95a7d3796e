package io.flexmigrate.stage.verify;

import io.flexmigrate.model.TableChecksum;
import io.flexmigrate.model.TableName;
import io.flexmigrate.mysql.Checksums.Column;
import io.flexmigrate.mysql.MySqlServer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Supplier;

/**
 * Compares all tables while nothing moves: inside the fence.
 *
 * <p>All that can be done before the fence is done when it is opened: sessions stand, columns are read.
 */
final class PreparedComparison implements StillComparison {

    private final List<TableName> tables;
    private final int threads;
    private final BlockingQueue<TablePair> pairs = new LinkedBlockingQueue<>();
    private final Map<TableName, List<Column>> columns = new HashMap<>();

    private PreparedComparison(List<TableName> tables, int threads) {
        this.tables = List.copyOf(tables);
        this.threads = threads;
    }

    /** @param threads how many checksums run at once on each side */
    static PreparedComparison open(List<TableName> tables, int threads, MySqlServer source, MySqlServer target) {
        PreparedComparison comparison = new PreparedComparison(tables, threads);
        try {
            for (int i = 0; i < threads * 2; i++) {
                comparison.pairs.add(TablePair.open(source, target));
            }
            for (TableName table : tables) {
                comparison.columns.put(table, comparison.pairs.element().columns(table));
            }
            return comparison;
        } catch (RuntimeException failure) {
            comparison.close();
            throw failure;
        }
    }

    @Override
    public List<String> differences() throws InterruptedException {
        List<Supplier<TableChecksum>> tasks = new ArrayList<>();
        for (TableName table : tables) {
            tasks.add(() -> checksum(table, true));
            tasks.add(() -> checksum(table, false));
        }
        List<TableChecksum> checksums = Workers.all(threads * 2, tasks);
        List<String> differences = new ArrayList<>();
        for (int i = 0; i < tables.size(); i++) {
            TableChecksum source = checksums.get(2 * i);
            TableChecksum target = checksums.get(2 * i + 1);
            if (!source.equals(target)) {
                differences.add(tables.get(i) + " " + TablePair.words(source, target));
            }
        }
        return differences;
    }

    @Override
    public int size() {
        return tables.size();
    }

    private TableChecksum checksum(TableName table, boolean onSource) {
        TablePair pair = pairs.remove();
        try {
            List<Column> compared = columns.getOrDefault(table, List.of());
            return onSource ? pair.onSource(table, compared) : pair.onTarget(table, compared);
        } finally {
            pairs.add(pair);
        }
    }

    @Override
    public void close() {
        pairs.forEach(TablePair::close);
    }
}
