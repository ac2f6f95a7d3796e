package io.flexmigrate.mysql.binlog;

import io.flexmigrate.model.BinlogCoordinates;
import io.flexmigrate.model.TableName;
import java.util.List;

/**
 * Rows that one event of a binlog changed.
 *
 * @param serverId of the server that wrote them first
 * @param width how many columns the table had then
 * @param images the rows that were deleted or inserted; of a row that was updated, both what it was and what it is
 * @param upTo where the event ends
 */
public record ChangedRows(
        TableName table, long serverId, int width, Kind kind, List<RowImage> images, BinlogCoordinates upTo) {

    /** What was done to them. */
    public enum Kind {
        INSERT,
        UPDATE,
        DELETE
    }

    public ChangedRows {
        images = List.copyOf(images);
    }

    /** How many rows were changed. */
    public int rows() {
        return kind == Kind.UPDATE ? images.size() / 2 : images.size();
    }
}
