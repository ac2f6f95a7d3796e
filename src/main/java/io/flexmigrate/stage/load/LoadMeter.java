package io.flexmigrate.stage.load;

import io.flexmigrate.engine.Advance;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts what is loaded, for people who wait. */
final class LoadMeter {

    private final long totalBytes;
    private final long totalRows;
    private final int totalTables;
    private final Map<String, Long> atWork = new LinkedHashMap<>();
    private long bytes;
    private long rows;
    private int tables;

    /** @param all of all tables, those that an earlier attempt loaded included */
    LoadMeter(List<PendingTable> all) {
        this.totalBytes = all.stream().mapToLong(PendingTable::bytes).sum();
        this.totalRows = all.stream().mapToLong(table -> table.rows().orElse(0)).sum();
        this.totalTables = all.size();
    }

    /** Something is begun. */
    synchronized void begin(String what) {
        atWork.put(what, 0L);
    }

    /** So much of the bytes of what is at work is loaded. */
    synchronized void advance(String what, long loaded) {
        atWork.computeIfPresent(what, (label, before) -> Math.max(before, loaded));
    }

    /** It is not worked at any more, finished or not. */
    synchronized void end(String what) {
        atWork.remove(what);
    }

    synchronized void loaded(long moreBytes, long moreRows) {
        bytes += moreBytes;
        rows += moreRows;
    }

    synchronized void finished(int moreTables) {
        tables += moreTables;
    }

    synchronized Advance advance() {
        long underWay = atWork.values().stream().mapToLong(Long::longValue).sum();
        return new Advance(
                Math.min(totalBytes, bytes + underWay),
                totalBytes,
                rows,
                totalRows,
                tables,
                totalTables,
                String.join(", ", atWork.keySet()));
    }
}
