package io.flexmigrate.stage.lag;

import io.flexmigrate.model.BinlogCoordinates;
import io.flexmigrate.mysql.BinlogFiles;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;

/** The source's binlog over time: how long it is, and when the source wrote what of it. */
final class SourceBinlog {

    private final Supplier<BinlogFiles> listing;
    private final Tokens tokens;
    private final BinlogScale scale = new BinlogScale();
    private final SourceHistory history = new SourceHistory();

    /**
     * Reads the first listing.
     *
     * @param listing asks the source
     * @param tokens what the source may be asked
     */
    SourceBinlog(Supplier<BinlogFiles> listing, Tokens tokens) {
        this.listing = listing;
        this.tokens = tokens;
        files();
    }

    /** Asks the source for its files. */
    BinlogFiles files() {
        tokens.spend(1);
        BinlogFiles files = listing.get();
        scale.learn(files);
        return files;
    }

    /** Notes where the source stands now; asks it again when it has begun a file meanwhile. */
    void stands(BinlogCoordinates coordinates, Duration at) {
        if (scale.place(coordinates).isEmpty()) {
            files();
        }
        scale.place(coordinates).ifPresent(place -> history.add(place, at));
    }

    /** How many bytes these coordinates are from the beginning that we know of; empty when their file is not known. */
    OptionalLong place(BinlogCoordinates coordinates) {
        return scale.place(coordinates);
    }

    /** When the source left these coordinates; empty when it stands there now, or it is not known. */
    Optional<Duration> leftAt(BinlogCoordinates coordinates) {
        OptionalLong place = scale.place(coordinates);
        return place.isPresent() ? history.leftAt(place.getAsLong()) : Optional.empty();
    }
}
