package io.flexmigrate.stage.verify;

import io.flexmigrate.model.TableChecksum;
import io.flexmigrate.model.TableName;
import io.flexmigrate.mysql.Checksums;
import io.flexmigrate.mysql.ChunkKey;
import io.flexmigrate.mysql.ChunkKeys;
import io.flexmigrate.mysql.ChunkReader;
import io.flexmigrate.mysql.MySqlServer;
import io.flexmigrate.mysql.Rendering;
import io.flexmigrate.mysql.RowBag;
import io.flexmigrate.mysql.RunningThreads;
import io.flexmigrate.mysql.Session;
import io.flexmigrate.mysql.Sql;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A session on each side, prepared to render rows alike; used by one thread at a time. */
final class TablePair implements AutoCloseable {

    /** What is set may be longer than what is left by this part of it. */
    private static final int SLACK = 10;

    private final Session sourceSession;
    private final Session targetSession;
    private long limit;

    private TablePair(Session sourceSession, Session targetSession) {
        this.sourceSession = sourceSession;
        this.targetSession = targetSession;
    }

    static TablePair open(MySqlServer source, MySqlServer target) {
        Session sourceSession = source.open();
        try {
            TablePair pair = new TablePair(sourceSession, target.open());
            new Checksums(pair.sourceSession).prepare();
            new Checksums(pair.targetSession).prepare();
            return pair;
        } catch (RuntimeException failure) {
            sourceSession.close();
            throw failure;
        }
    }

    /** The columns to compare: the visible ones of the source. */
    List<Rendering> columns(TableName table) {
        Map<String, Rendering> onTarget =
                targetColumns(table).stream().collect(Collectors.toMap(Rendering::name, column -> column));
        return new Checksums(sourceSession)
                .columns(table).stream()
                        .map(column -> column.comparedWith(onTarget.getOrDefault(column.name(), column)))
                        .toList();
    }

    List<Rendering> targetColumns(TableName table) {
        return new Checksums(targetSession).columns(table);
    }

    /** How many threads of others run on the source. */
    long runningOnSource() {
        return new RunningThreads(sourceSession).ofOthers();
    }

    /** Whether the source does not have the table any more. */
    boolean isGone(TableName table) {
        return new Checksums(sourceSession).columns(table).isEmpty();
    }

    /** What makes a comparison senseless, in words: the table or a column is missing on a side. */
    Optional<String> structuralDifference(TableName table, List<Rendering> columns) {
        List<String> onTarget =
                targetColumns(table).stream().map(Rendering::name).toList();
        if (onTarget.isEmpty()) {
            return Optional.of("is missing on the target");
        }
        if (columns.isEmpty()) {
            return Optional.of("is missing on the source");
        }
        List<String> missing = columns.stream()
                .map(Rendering::name)
                .filter(name -> !onTarget.contains(name))
                .toList();
        return missing.isEmpty() ? Optional.empty() : Optional.of("lacks column(s) " + missing + " on the target");
    }

    /** Lets statements that read run as long as they need. */
    void unbound() {
        limit(0);
    }

    /** Lets no statement that reads run for longer: refman/5.7/en/server-system-variables.html#sysvar_max_execution_time. */
    void bound(Duration longest) {
        long millis = Math.max(1, longest.toMillis());
        // because setting it anew for a few milliseconds more or less would take as long, inside a write pause
        boolean isNear = limit != 0 && Math.abs(limit - millis) <= millis / SLACK;
        if (!isNear) {
            limit(millis);
        }
    }

    private void limit(long millis) {
        if (millis == limit) {
            return;
        }
        for (Session session : List.of(sourceSession, targetSession)) {
            session.execute(Sql.of("bounding a comparison", "SET SESSION max_execution_time = " + millis));
        }
        limit = millis;
    }

    TableChecksum onSource(TableName table, List<Rendering> columns) {
        return new Checksums(sourceSession).of(table, columns);
    }

    TableChecksum onTarget(TableName table, List<Rendering> columns) {
        return new Checksums(targetSession).of(table, columns);
    }

    TableChecksum countOnSource(TableName table) {
        return new Checksums(sourceSession).count(table);
    }

    TableChecksum countOnTarget(TableName table) {
        return new Checksums(targetSession).count(table);
    }

    ChunkReader source(TableName table, List<Rendering> columns, ChunkKey key) {
        return new ChunkReader(sourceSession, table, columns, key);
    }

    ChunkReader target(TableName table, List<Rendering> columns, ChunkKey key) {
        return new ChunkReader(targetSession, table, columns, key);
    }

    RowBag sourceBag(TableName table, List<Rendering> columns) {
        return new RowBag(sourceSession, table, columns);
    }

    RowBag targetBag(TableName table, List<Rendering> columns) {
        return new RowBag(targetSession, table, columns);
    }

    /** The table with a key that both sides share; empty when it has none. */
    Optional<TableSides.Shape> shape(TableName table, List<Rendering> columns) {
        List<ChunkKey> onSource = new ChunkKeys(sourceSession).of(table, columns);
        List<ChunkKey> onTarget = new ChunkKeys(targetSession).of(table, columns);
        return ChunkKeys.common(onSource, onTarget)
                .map(key -> new TableSides.Shape(table, columns, key, ChunkKeys.asHere(key, onTarget)));
    }

    /** What differs, as a person would say it. */
    static String words(TableChecksum source, TableChecksum target) {
        return source.rows() == target.rows()
                ? "has " + source.rows() + " rows on both sides with different content"
                : "has " + source.rows() + " rows on the source and " + target.rows() + " on the target";
    }

    @Override
    public void close() {
        sourceSession.close();
        targetSession.close();
    }
}
