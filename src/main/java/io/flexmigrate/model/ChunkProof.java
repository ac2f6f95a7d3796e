package io.flexmigrate.model;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What comparing one chunk of a table gave.
 *
 * @param key columns the chunk's range is in the order of; empty for a whole table
 * @param from coordinates the target had applied before the first look: what changed later may not be proven; empty without a link
 * @param to coordinates of the source when the last look was over
 * @param cost how long one checksum took on the slower side
 * @param verdict EQUAL, MOVING, or DIFFERENT
 */
public record ChunkProof(
        TableName table,
        List<String> key,
        RowRange range,
        TableChecksum source,
        TableChecksum target,
        Optional<BinlogCoordinates> from,
        Optional<BinlogCoordinates> to,
        Instant at,
        Duration cost,
        String verdict) {

    public ChunkProof {
        key = List.copyOf(key);
    }
}
