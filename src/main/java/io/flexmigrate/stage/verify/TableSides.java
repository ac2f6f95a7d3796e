package io.flexmigrate.stage.verify;

import io.flexmigrate.model.RowRange;
import io.flexmigrate.model.TableName;
import io.flexmigrate.mysql.ChunkKey;
import io.flexmigrate.mysql.ChunkReader;
import io.flexmigrate.mysql.Rendering;
import java.util.List;

/**
 * One table on both sides, read in the order of a key that both share.
 *
 * @param countsOnly whether a chunk is equal when it has as many rows
 */
record TableSides(ChunkReader source, ChunkReader target, TargetWait patience, boolean countsOnly) {

    /** What does not change from one pair of sessions to the next. */
    record Shape(TableName table, List<Rendering> columns, ChunkKey onSource, ChunkKey onTarget) {

        Shape {
            columns = List.copyOf(columns);
        }

        TableSides on(TablePair pair, TargetWait patience) {
            return new TableSides(
                    pair.source(table, columns, onSource), pair.target(table, columns, onTarget), patience, false);
        }
    }

    /** The same, with the rows of a chunk only counted. */
    TableSides counting() {
        return new TableSides(source, target, patience, true);
    }

    Looks.Outcome settle(RowRange range) {
        return countsOnly
                ? new Looks(() -> source.count(range), () -> target.count(range), patience).settle()
                : new Looks(() -> source.checksum(range), () -> target.checksum(range), patience).settle();
    }
}
