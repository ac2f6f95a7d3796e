package io.flexmigrate.stage.evidence;

import io.flexmigrate.model.BinlogCoordinates;
import io.flexmigrate.model.Fact;
import io.flexmigrate.mysql.Binlog;
import io.flexmigrate.mysql.Databases;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * What the source wrote after the fences, by its binlog.
 *
 * @param others server ids in whose name it may write: what comes by the way back
 */
public record SourceWrites(Binlog binlog, Set<Long> others) {

    public SourceWrites {
        others = Set.copyOf(others);
    }

    /** A few events of all groups, as the server shows them; empty when there is none. */
    public List<String> after(List<Fact.Move> moves) {
        return moves.stream()
                .flatMap(move -> after(move.fence(), move.databases()).stream())
                .toList();
    }

    /** Where all moved at once anything counts, else what the databases got. */
    List<String> after(BinlogCoordinates fence, Collection<String> databases) {
        boolean all = databases.containsAll(new Databases(binlog.session()).names());
        return all ? binlog.changesSince(fence, others) : binlog.changesSince(fence, List.copyOf(databases), others);
    }
}
