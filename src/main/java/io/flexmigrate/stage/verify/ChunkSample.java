package io.flexmigrate.stage.verify;

import io.flexmigrate.model.RowKey;
import io.flexmigrate.model.RowRange;
import io.flexmigrate.model.TableName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;

/** Some chunks of a table, chosen at random and the same each time for the same seed. */
record ChunkSample(List<RowRange> chosen, long all) {

    /** However small its share, so many chunks of a table are compared, if it has them. */
    static final int FEWEST = 3;

    ChunkSample {
        chosen = List.copyOf(chosen);
    }

    /** @param bound the last key of the chunk after this key; empty when it is the last chunk */
    static ChunkSample of(TableName table, Extent extent, Function<Optional<RowKey>, Optional<RowKey>> bound) {
        List<RowRange> all = new ArrayList<>();
        Optional<RowKey> last = Optional.empty();
        do {
            Optional<RowKey> next = bound.apply(last);
            all.add(new RowRange(last, next));
            last = next;
        } while (last.isPresent());
        int wanted = Math.max(FEWEST, (all.size() + extent.share() - 1) / extent.share());
        List<Integer> places = new ArrayList<>();
        for (int place = 0; place < all.size(); place++) {
            places.add(place);
        }
        Collections.shuffle(places, new Random(extent.seed() ^ table.toString().hashCode()));
        List<RowRange> chosen =
                places.stream().limit(wanted).sorted().map(all::get).toList();
        return new ChunkSample(chosen, all.size());
    }
}
