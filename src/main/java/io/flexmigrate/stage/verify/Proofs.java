package io.flexmigrate.stage.verify;

import io.flexmigrate.engine.ProvenChunks;
import io.flexmigrate.model.ChunkProof;
import io.flexmigrate.model.LinkLook;
import io.flexmigrate.model.TableName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * How the proofs of a run stand.
 *
 * @param oldest when the chunk was proven that was proven longest ago; empty when nothing is
 * @param different tables of which a chunk differed when it was looked at last
 */
public record Proofs(Optional<Instant> oldest, List<TableName> different) {

    public Proofs {
        different = List.copyOf(different);
    }

    /** Of these tables. */
    public static Proofs of(ProvenChunks proven, Predicate<TableName> wanted) {
        return new Proofs(
                proven.oldest(wanted).map(ChunkProof::at),
                proven.different().stream()
                        .map(ChunkProof::table)
                        .filter(wanted)
                        .distinct()
                        .sorted()
                        .toList());
    }

    /** A look at the link, with what is known of the data. */
    public LinkLook on(LinkLook look) {
        return different.isEmpty()
                ? look.provenSince(oldest)
                : look.provenSince(oldest)
                        .differing("These tables differ: "
                                + different.stream().map(TableName::toString).collect(Collectors.joining(", "))
                                + ". migrate verify --tables names the rows.");
    }
}
