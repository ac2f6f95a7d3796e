package io.flexmigrate.mysql;

import io.flexmigrate.model.RowKey;
import io.flexmigrate.model.RowRange;
import io.flexmigrate.model.TableChecksum;
import io.flexmigrate.model.TableName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a table of one server piece by piece; its session must be prepared by {@link Checksums}. */
public record ChunkReader(Session session, TableName table, List<Rendering> columns, ChunkKey key) {

    public ChunkReader {
        columns = List.copyOf(columns);
    }

    public TableChecksum checksum(RowRange range) {
        return new Checksums(session).of(table, columns, key.forced() + key.within(range));
    }

    /** How many rows there are; the hashes are empty. */
    public TableChecksum count(RowRange range) {
        return new Checksums(session).count(table, key.forced() + key.within(range));
    }

    /** The key of the row with this number in the range, counted from 1; empty when there are fewer. */
    public Optional<RowKey> bound(RowRange range, long number) {
        String text = "SELECT " + key.selected() + " FROM " + table.quoted() + key.forced() + key.within(range)
                + key.ordered() + " LIMIT 1 OFFSET " + (number - 1);
        return session.first(Sql.of("finding a chunk of " + table, text)).map(key::of);
    }

    /** The hash of every row of the range. */
    public Map<RowKey, String> hashes(RowRange range) {
        return hashes(key.within(range));
    }

    /** The hash of each of these rows that is there; at least one is asked for. */
    public Map<RowKey, String> hashes(List<RowKey> rows) {
        return hashes(key.among(rows));
    }

    private Map<RowKey, String> hashes(String condition) {
        String text = "SELECT " + key.selected() + ", SHA2(" + Checksums.row(columns) + ", 256) AS h FROM "
                + table.quoted() + key.forced() + condition;
        Map<RowKey, String> hashes = new HashMap<>();
        session.query(Sql.of("comparing rows of " + table, text))
                .forEach(row -> hashes.put(key.of(row), row.text("h")));
        return hashes;
    }

    /** The values of one row; empty when it is not there. */
    public Optional<RowValues> row(RowKey row) {
        String text = "SELECT " + RowValues.selected(columns) + " FROM " + table.quoted() + key.forced() + " WHERE "
                + key.equal(row);
        return session.first(Sql.of("reading a row of " + table, text)).map(answer -> RowValues.of(columns, answer));
    }
}
