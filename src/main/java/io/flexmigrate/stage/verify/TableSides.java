package io.flexmigrate.stage.verify;

import io.flexmigrate.model.RowRange;
import io.flexmigrate.model.TableName;
import io.flexmigrate.mysql.ChunkKey;
import io.flexmigrate.mysql.ChunkReader;
import io.flexmigrate.mysql.Rendering;
import java.util.List;

/** One table on both sides, read in the order of a key that both share. */
record TableSides(ChunkReader source, ChunkReader target, TargetWait patience) {

    /** What does not change from one pair of sessions to the next. */
    record Shape(TableName table, List<Rendering> columns, ChunkKey onSource, ChunkKey onTarget) {

        Shape {
            columns = List.copyOf(columns);
        }

        TableSides on(TablePair pair, TargetWait patience) {
            return new TableSides(
                    pair.source(table, columns, onSource), pair.target(table, columns, onTarget), patience);
        }
    }

    Looks.Outcome settle(RowRange range) {
        return new Looks(() -> source.checksum(range), () -> target.checksum(range), patience).settle();
    }
}
